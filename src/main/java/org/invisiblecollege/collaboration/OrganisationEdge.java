package org.invisiblecollege.collaboration;

import org.invisiblecollege.network.NetworkEdge;
import org.invisiblecollege.network.Tie;

/** Two organisations, or countries, that published together. */
public final class OrganisationEdge extends NetworkEdge {

    OrganisationEdge(OrganisationNetwork network, int index, Tie tie) {
        super(network, index, tie);
    }
}
