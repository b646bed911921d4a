package org.invisiblecollege.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.dataloader.DataLoader;
import org.invisiblecollege.graphql.Loaders.Asked;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.neighbourhood.NeighbourhoodQuestion;
import org.invisiblecollege.neighbourhood.Neighbourhoods;
import org.invisiblecollege.neighbourhood.Normalisation;
import org.invisiblecollege.neighbourhood.TopicEdge;
import org.invisiblecollege.neighbourhood.TopicNeighbourhood;
import org.invisiblecollege.neighbourhood.TopicNode;
import org.invisiblecollege.neighbourhood.TopicRank;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.TopicMethod;
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
            int depth,
            @Nullable PaperFilter within,
            Normalisation normalisation,
            TopicRank rankBy,
            @Nullable List<String> schemes,
            List<TopicMethod> methods,
            double minScore,
            int minPapers,
            int maxNodes,
            int maxEdges) {

        NeighbourhoodQuestion question(UnaryOperator<String> id) {
            return new NeighbourhoodQuestion(
                    topics.stream().map(id).toList(),
                    within == null ? null : within.withIds(id),
                    normalisation,
                    rankBy,
                    schemes,
                    methods,
                    minScore,
                    minPapers,
                    new Limits(depth, maxNodes, maxEdges));
        }
    }

    @QueryMapping
    TopicNeighbourhood topicNeighbourhood(@Argument Input input) {
        return canonical.with(input.topics, input.within, id -> neighbourhoods.neighbourhood(input.question(id)));
    }

    @SchemaMapping
    CompletableFuture<Topic> topic(TopicNode node, DataLoader<String, Topic> topicById) {
        return topicById.load(node.topic());
    }

    @SchemaMapping
    CompletableFuture<Topic> entity(TopicNode node, DataLoader<String, Topic> topicById) {
        return topicById.load(node.topic());
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> supportingPapers(
            TopicEdge edge,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected,
            DataLoader<Asked<TopicEdge, PageRequest>, Loaded<Page<Paper>>> papersOfPair) {
        return papersOfPair
                .load(new Asked<>(edge, Paging.request(first, after, selected)))
                .thenApply(loaded -> Connection.of(loaded.get()));
    }
}
