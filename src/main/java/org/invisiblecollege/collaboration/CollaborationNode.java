package org.invisiblecollege.collaboration;

import org.invisiblecollege.network.NetworkNode;

/** An author in a network. */
public final class CollaborationNode extends NetworkNode {

    CollaborationNode(CollaborationNetwork network, int index) {
        super(network, index);
    }
}
