package org.invisiblecollege.topicnetwork;

import org.invisiblecollege.network.NetworkNode;

/** A topic in a neighbourhood. */
public final class TopicNode extends NetworkNode {

    TopicNode(TopicNeighbourhood neighbourhood, int index) {
        super(neighbourhood, index);
    }
}
