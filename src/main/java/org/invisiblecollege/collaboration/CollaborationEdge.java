package org.invisiblecollege.collaboration;

import org.invisiblecollege.network.NetworkEdge;
import org.invisiblecollege.network.Tie;

/** Two people who wrote together. */
public final class CollaborationEdge extends NetworkEdge {

    CollaborationEdge(CollaborationNetwork network, int place, Tie tie) {
        super(network, place, tie);
    }

    /** Whether a fractional weight may be too high for want of complete author lists. */
    public boolean weightIsUpperBound() {
        return tie().isUpperBound();
    }
}
