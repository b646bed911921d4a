package org.invisiblecollege.topicnetwork;

import org.invisiblecollege.network.NetworkEdge;
import org.invisiblecollege.network.Tie;

/** Two topics that stand together on papers. */
public final class TopicEdge extends NetworkEdge {

    private final double observedToExpected;

    TopicEdge(TopicNeighbourhood neighbourhood, int place, Tie tie, double observedToExpected) {
        super(neighbourhood, place, tie);
        this.observedToExpected = observedToExpected;
    }

    /** N·c/(si·sj), N selected papers; above 1: more often together than by chance. */
    public double observedToExpected() {
        return observedToExpected;
    }
}
