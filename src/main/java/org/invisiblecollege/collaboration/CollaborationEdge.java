package org.invisiblecollege.collaboration;

import org.invisiblecollege.network.NetworkEdge;
import org.invisiblecollege.network.Tie;

/** Two co-authors. */
public final class CollaborationEdge extends NetworkEdge {

    CollaborationEdge(CollaborationNetwork network, int index, Tie tie) {
        super(network, index, tie);
    }

    /** Returns whether a fractional weight may be too high because author lists are incomplete. */
    public boolean weightIsUpperBound() {
        return tie().isUpperBound();
    }
}
