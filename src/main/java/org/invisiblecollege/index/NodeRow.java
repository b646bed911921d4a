package org.invisiblecollege.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An author, organisation or topic as the graph has it, to be put into the index.
 *
 * @param nameKey the folded name, for the order
 * @param group country of an organisation, scheme of a topic, other folded spellings of an author in one text; null where it
 *     has none
 * @param broader ids of the topics above a topic
 */
public record NodeRow(
        String id, String name, String nameKey, @Nullable String group, List<String> broader) {}
