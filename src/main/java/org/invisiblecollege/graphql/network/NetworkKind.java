package org.invisiblecollege.graphql.network;

import java.util.Arrays;
import java.util.Optional;
import org.invisiblecollege.collaboration.CollaborationNetwork;
import org.invisiblecollege.collaboration.OrganisationNetwork;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.topicnetwork.TopicNeighbourhood;

/** Kinds of networks, as files and links have them. */
enum NetworkKind {
    COLLABORATION("collaboration-network", CollaborationController.Input.class),
    ORGANISATION("organisation-network", OrganisationNetworkController.Input.class),
    TOPIC("topic-neighbourhood", NeighbourhoodController.Input.class);

    private final String file;
    private final Class<? extends NetworkInput> input;

    NetworkKind(String file, Class<? extends NetworkInput> input) {
        this.file = file;
        this.input = input;
    }

    /** Name of a file without its extension. */
    String file() {
        return file;
    }

    /** What a link holds. */
    Class<? extends NetworkInput> input() {
        return input;
    }

    static Optional<NetworkKind> ofFile(String file) {
        return Arrays.stream(values()).filter(kind -> kind.file.equals(file)).findFirst();
    }

    static NetworkKind of(NetworkResult<?, ?> network) {
        return switch (network) {
            case CollaborationNetwork collaboration -> COLLABORATION;
            case OrganisationNetwork organisation -> ORGANISATION;
            case TopicNeighbourhood topic -> TOPIC;
            default -> throw new IllegalArgumentException("No kind has " + network.getClass());
        };
    }

    /** The question of a network, to be put into a link. */
    Object question(NetworkResult<?, ?> network) {
        return switch (network) {
            case CollaborationNetwork collaboration -> CollaborationController.Input.of(collaboration.question());
            case OrganisationNetwork organisation -> OrganisationNetworkController.Input.of(organisation.question());
            case TopicNeighbourhood topic -> NeighbourhoodController.Input.of(topic.question());
            default -> throw new IllegalArgumentException("No question has " + network.getClass());
        };
    }
}
