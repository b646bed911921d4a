package org.invisiblecollege.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An author, organisation, venue or topic as read from the graph, to be added to the index.
 *
 * @param nameKey folded name
 * @param otherKeys other folded names
 * @param group country of an organisation, scheme of a topic; null for none
 * @param broader ids of the topics directly above a topic
 */
public record NodeRow(
        String id,
        String name,
        String nameKey,
        List<String> otherKeys,
        @Nullable String group,
        List<String> broader) {

    @Nullable String joinedKeys() {
        return otherKeys.isEmpty() ? null : String.join(DictionaryColumn.SEPARATOR, otherKeys);
    }
}
