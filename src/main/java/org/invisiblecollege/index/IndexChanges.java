package org.invisiblecollege.index;

import java.util.List;
import java.util.Set;

/**
 * The current state of what changed in the graph since the version of a snapshot.
 *
 * @param authors new or renamed
 * @param organisations new, renamed or moved
 * @param venues new or with other acronyms
 * @param topics new, renamed or with other broader topics
 * @param papers new or changed
 * @param deleted ids of all kinds that are no longer in the graph
 */
public record IndexChanges(
        List<NodeRow> authors,
        List<NodeRow> organisations,
        List<NodeRow> venues,
        List<NodeRow> topics,
        List<PaperRow> papers,
        Set<String> deleted) {}
