package org.invisiblecollege.collaboration;

import org.invisiblecollege.network.NetworkNode;

/** A person in a network. */
public final class CollaborationNode extends NetworkNode {

    CollaborationNode(CollaborationNetwork network, int place) {
        super(network, place);
    }
}
