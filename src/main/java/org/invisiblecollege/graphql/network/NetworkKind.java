package org.invisiblecollege.graphql.network;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.invisiblecollege.collaboration.CollaborationQuestion;
import org.invisiblecollege.collaboration.OrganisationQuestion;
import org.invisiblecollege.network.NetworkQuestion;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.topicnetwork.NeighbourhoodQuestion;

/**
 * A kind of network that can be downloaded.
 *
 * @param file name of the file, without extension
 * @param signedAs name of the kind in the signatures of links. It is what a class was called when links were first signed;
 *     it must not change, since links outlive versions of the service
 * @param question type of the question that a link contains
 * @param answer computes the network
 */
record NetworkKind<Q extends NetworkQuestion<Q>>(
        String file, String signedAs, Class<Q> question, BiFunction<NetworkQueries, Q, NetworkResult<?, ?>> answer) {

    private static final List<NetworkKind<?>> ALL = List.of(
            new NetworkKind<>(
                    "collaboration-network",
                    "org.invisiblecollege.graphql.CollaborationController$Input",
                    CollaborationQuestion.class,
                    NetworkQueries::collaboration),
            new NetworkKind<>(
                    "organisation-network",
                    "org.invisiblecollege.graphql.OrganisationNetworkController$Input",
                    OrganisationQuestion.class,
                    NetworkQueries::organisations),
            new NetworkKind<>(
                    "topic-neighbourhood",
                    "org.invisiblecollege.graphql.NeighbourhoodController$Input",
                    NeighbourhoodQuestion.class,
                    NetworkQueries::topics));

    static Optional<NetworkKind<?>> ofFile(String file) {
        return ALL.stream().filter(kind -> kind.file.equals(file)).findFirst();
    }

    static NetworkKind<?> of(NetworkQuestion<?> question) {
        return ALL.stream()
                .filter(kind -> kind.question.isInstance(question))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of network answers a " + question.getClass()));
    }
}
