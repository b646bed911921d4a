package org.invisiblecollege.collaboration;

import org.invisiblecollege.network.Edge;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.paper.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Two people who wrote together.
 *
 * @param tie the pair, once, source before target
 * @param selection the papers that count
 * @param maxAuthorsPerPaper papers with more authors do not count; null for no limit
 */
public record CollaborationEdge(
        Tie tie, Selection selection, @Nullable Integer maxAuthorsPerPaper) implements Edge {

    /** Whether a fractional weight may be too high for want of complete author lists. */
    public boolean weightIsUpperBound() {
        return tie.isUpperBound();
    }
}
