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
 * A kind of network, as files and links have it.
 *
 * @param file name of a file without its extension
 * @param signedAs what the signatures of links begin with. It is the name that a class had when links were first given, and
 *     stays, since links outlive versions of the service
 * @param question what a link holds
 * @param answer answers the question
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
                .orElseThrow(() -> new IllegalArgumentException("No kind of network has a " + question.getClass()));
    }
}
