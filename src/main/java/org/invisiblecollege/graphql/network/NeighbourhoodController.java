package org.invisiblecollege.graphql.network;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.dataloader.DataLoader;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.NeighbourhoodQuestion;
import org.invisiblecollege.topicnetwork.Neighbourhoods;
import org.invisiblecollege.topicnetwork.Normalisation;
import org.invisiblecollege.topicnetwork.TopicNeighbourhood;
import org.invisiblecollege.topicnetwork.TopicNode;
import org.invisiblecollege.topicnetwork.TopicRank;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Which topics stand together. */
@Controller
class NeighbourhoodController {

    private final Neighbourhoods neighbourhoods;
    private final CanonicalIds canonical;

    NeighbourhoodController(Neighbourhoods neighbourhoods, CanonicalIds canonical) {
        this.neighbourhoods = neighbourhoods;
        this.canonical = canonical;
    }

    /** The input as the schema has it. */
    record Input(
            List<String> topics,
            List<String> keep,
            int depth,
            @Nullable PaperFilter within,
            Normalisation normalisation,
            TopicRank rankBy,
            @Nullable List<String> schemes,
            List<TopicMethod> methods,
            double minScore,
            boolean includeNarrower,
            int minPapers,
            int maxNodes,
            int maxEdges,
            double resolution)
            implements NetworkInput {

        static Input of(NeighbourhoodQuestion question) {
            return new Input(
                    question.topics(),
                    question.keep(),
                    question.limits().depth(),
                    question.within(),
                    question.normalisation(),
                    question.rankBy(),
                    question.schemes(),
                    List.copyOf(question.view().methods()),
                    question.view().minScore(),
                    question.view().includeNarrower(),
                    question.minPapers(),
                    question.limits().maxNodes(),
                    question.limits().maxEdges(),
                    question.resolution());
        }

        List<String> ids() {
            List<String> all = new ArrayList<>(topics);
            all.addAll(keep);
            return all;
        }

        NeighbourhoodQuestion question(UnaryOperator<String> id) {
            return new NeighbourhoodQuestion(
                    topics.stream().map(id).toList(),
                    keep.stream().map(id).toList(),
                    within == null ? null : within.withIds(id),
                    normalisation,
                    rankBy,
                    schemes,
                    new TopicView(Set.copyOf(methods), minScore, includeNarrower),
                    minPapers,
                    new Limits(depth, maxNodes, maxEdges),
                    resolution);
        }
    }

    @QueryMapping
    TopicNeighbourhood topicNeighbourhood(@Argument Input input) {
        return canonical.with(input.ids(), input.within, id -> neighbourhoods.neighbourhood(input.question(id)));
    }

    @SchemaMapping
    CompletableFuture<Topic> topic(
            TopicNode node, DataFetchingFieldSelectionSet selected, DataLoader<String, Topic> topicById) {
        return EntityRefs.topic(node.id(), node.name(), selected, topicById);
    }

    @SchemaMapping
    CompletableFuture<Topic> entity(
            TopicNode node, DataFetchingFieldSelectionSet selected, DataLoader<String, Topic> topicById) {
        return EntityRefs.topic(node.id(), node.name(), selected, topicById);
    }
}
