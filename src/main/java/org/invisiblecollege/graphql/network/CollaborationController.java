package org.invisiblecollege.graphql.network;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.collaboration.CollaborationEdge;
import org.invisiblecollege.collaboration.CollaborationNetwork;
import org.invisiblecollege.collaboration.CollaborationNetwork.BridgeAuthor;
import org.invisiblecollege.collaboration.CollaborationNode;
import org.invisiblecollege.collaboration.CollaborationPaths;
import org.invisiblecollege.collaboration.CollaborationPaths.CollaborationPath;
import org.invisiblecollege.collaboration.CollaborationPaths.CollaborationStep;
import org.invisiblecollege.collaboration.CollaborationQuestion;
import org.invisiblecollege.collaboration.PathsQuestion;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.graphql.batch.FieldKey;
import org.invisiblecollege.graphql.batch.FieldLoaders;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.Papers;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves networks of authors who publish together, and paths between authors. */
@Controller
class CollaborationController {

    private final NetworkQueries queries;

    CollaborationController(NetworkQueries queries, Papers papers, FieldLoaders loaders) {
        this.queries = queries;
        loaders.<CollaborationStep, Integer, StepsOfPaths, Page<Paper>>byFieldKey(
                "papersOfStep",
                CollaborationController::key,
                key -> new StepsOfPaths(key.parent().answer(), key.arguments()),
                (steps, common) -> papers.newest(
                        steps.stream()
                                .collect(Collectors.toMap(
                                        CollaborationController::key,
                                        CollaborationStep::papersBehind,
                                        (papersOfPair, same) -> papersOfPair)),
                        PageRequest.first(common.first)));
    }

    /** Identifies steps that are loaded together; answers to different questions may contain the same step. */
    private record StepsOfPaths(CollaborationPaths paths, int first) {}

    private static String key(CollaborationStep step) {
        return step.from().id() + "~" + step.to().id();
    }

    @QueryMapping
    CollaborationNetwork collaborationNetwork(@Argument CollaborationQuestion input) {
        return queries.collaboration(input);
    }

    @QueryMapping
    CollaborationPaths collaborationPaths(@Argument PathsQuestion input) {
        return queries.paths(input);
    }

    @SchemaMapping
    CompletableFuture<List<Author>> authors(
            CollaborationPath path, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.authors(path.authors(), environment, authorById);
    }

    @SchemaMapping
    CompletableFuture<Author> from(
            CollaborationStep step, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.author(step.from(), environment, authorById);
    }

    @SchemaMapping
    CompletableFuture<Author> to(
            CollaborationStep step, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.author(step.to(), environment, authorById);
    }

    @SchemaMapping
    CompletableFuture<List<Paper>> papers(
            CollaborationStep step,
            @Argument int first,
            DataLoader<FieldKey<CollaborationStep, Integer>, LoadResult<Page<Paper>>> papersOfStep) {
        return papersOfStep
                .load(new FieldKey<>(step, PageRequest.first(first).size()))
                .thenApply(loaded -> loaded.get().items());
    }

    @SchemaMapping
    CompletableFuture<Author> author(
            CollaborationNode node, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.author(new EntityRef(node.id(), node.name()), environment, authorById);
    }

    @SchemaMapping
    CompletableFuture<Author> entity(
            CollaborationNode node, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.author(new EntityRef(node.id(), node.name()), environment, authorById);
    }

    @SchemaMapping
    List<BridgeAuthor> bridges(CollaborationNetwork network, @Argument int first) {
        return network.bridges(PageRequest.first(first).size());
    }

    @SchemaMapping
    List<WeightedTopic> topics(CollaborationEdge edge, @Argument int first) {
        return edge.topics(PageRequest.first(first).size());
    }

    @SchemaMapping
    CompletableFuture<Author> author(
            BridgeAuthor bridge, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.author(bridge.author(), environment, authorById);
    }

    @SchemaMapping
    CompletableFuture<List<Author>> between(
            BridgeAuthor bridge, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.authors(bridge.between(), environment, authorById);
    }
}
