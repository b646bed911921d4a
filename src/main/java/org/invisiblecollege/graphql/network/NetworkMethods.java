package org.invisiblecollege.graphql.network;

import org.invisiblecollege.author.NamesInWords;
import org.invisiblecollege.collaboration.CollaborationNetwork;
import org.invisiblecollege.network.NetworkResult;
import org.springframework.stereotype.Component;

/** Describes networks for a reader: every setting and, of people, how they were disambiguated. */
@Component
class NetworkMethods {

    private final NamesInWords names;

    NetworkMethods(NamesInWords names) {
        this.names = names;
    }

    String of(NetworkResult<?, ?> network) {
        return network instanceof CollaborationNetwork
                ? (network.methods() + " " + names.sentence()).strip()
                : network.methods();
    }
}
