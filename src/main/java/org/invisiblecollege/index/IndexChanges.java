package org.invisiblecollege.index;

import java.util.List;
import java.util.Set;

/**
 * What changed in the graph since the version of an index, as it is now.
 *
 * @param authors new or renamed
 * @param organisations new, renamed or moved
 * @param topics new, renamed or with other broader topics
 * @param papers new or changed
 * @param gone ids of all kinds that are in the graph no more
 */
public record IndexChanges(
        List<NodeRow> authors,
        List<NodeRow> organisations,
        List<NodeRow> topics,
        List<PaperRow> papers,
        Set<String> gone) {}
