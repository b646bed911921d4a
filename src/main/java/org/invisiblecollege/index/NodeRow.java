package org.invisiblecollege.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An author, organisation or topic as read from the graph, to be added to the index.
 *
 * @param nameKey folded name, for the order
 * @param group country of an organisation, scheme of a topic, other folded names of an author joined by
 *     {@link DictionaryColumn#SEPARATOR}; null without one
 * @param broader ids of the topics above a topic
 */
public record NodeRow(
        String id, String name, String nameKey, @Nullable String group, List<String> broader) {}
