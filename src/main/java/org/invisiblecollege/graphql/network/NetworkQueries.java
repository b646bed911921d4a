package org.invisiblecollege.graphql.network;

import org.invisiblecollege.collaboration.CollaborationNetwork;
import org.invisiblecollege.collaboration.CollaborationPaths;
import org.invisiblecollege.collaboration.CollaborationQuestion;
import org.invisiblecollege.collaboration.Collaborations;
import org.invisiblecollege.collaboration.OrganisationNetwork;
import org.invisiblecollege.collaboration.OrganisationQuestion;
import org.invisiblecollege.collaboration.PathsQuestion;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.invisiblecollege.topicnetwork.NeighbourhoodQuestion;
import org.invisiblecollege.topicnetwork.Neighbourhoods;
import org.invisiblecollege.topicnetwork.TopicNeighbourhood;
import org.springframework.stereotype.Component;

/** Computes networks and paths, for fields as for downloads. Questions may contain external ids. */
@Component
final class NetworkQueries {

    private final Collaborations collaborations;
    private final Neighbourhoods neighbourhoods;
    private final CanonicalIds canonical;

    NetworkQueries(Collaborations collaborations, Neighbourhoods neighbourhoods, CanonicalIds canonical) {
        this.collaborations = collaborations;
        this.neighbourhoods = neighbourhoods;
        this.canonical = canonical;
    }

    CollaborationNetwork collaboration(CollaborationQuestion question) {
        return canonical.askRetryingMerged(question, collaborations::network);
    }

    CollaborationPaths paths(PathsQuestion question) {
        return canonical.askRetryingMerged(question, collaborations::paths);
    }

    OrganisationNetwork organisations(OrganisationQuestion question) {
        return canonical.askRetryingMerged(question, collaborations::organisations);
    }

    TopicNeighbourhood topics(NeighbourhoodQuestion question) {
        return canonical.askRetryingMerged(question, neighbourhoods::neighbourhood);
    }
}
