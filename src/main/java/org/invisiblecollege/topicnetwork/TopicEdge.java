package org.invisiblecollege.topicnetwork;

import org.invisiblecollege.network.NetworkEdge;
import org.invisiblecollege.network.Tie;

/** Two topics that occur together on papers. */
public final class TopicEdge extends NetworkEdge {

    private final double observedToExpected;

    TopicEdge(TopicNeighbourhood neighbourhood, int index, Tie tie, double observedToExpected) {
        super(neighbourhood, index, tie);
        this.observedToExpected = observedToExpected;
    }

    /** Returns N·c/(si·sj), where N papers are selected; above 1 the topics occur together more often than by chance. */
    public double observedToExpected() {
        return observedToExpected;
    }
}
