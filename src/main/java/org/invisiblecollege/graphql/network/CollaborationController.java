package org.invisiblecollege.graphql.network;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.batch.Loaders.Asked;
import org.invisiblecollege.graphql.cursor.Cursors;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.paper.Paper;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who works with whom. */
@Controller
class CollaborationController {

    private final NetworkQueries queries;

    CollaborationController(NetworkQueries queries) {
        this.queries = queries;
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
            CollaborationPath path, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.authors(path.authors(), selected, authorById);
    }

    @SchemaMapping
    CompletableFuture<Author> from(
            CollaborationStep step, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.author(step.from().id(), step.from().name(), selected, authorById);
    }

    @SchemaMapping
    CompletableFuture<Author> to(
            CollaborationStep step, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.author(step.to().id(), step.to().name(), selected, authorById);
    }

    @SchemaMapping
    CompletableFuture<List<Paper>> papers(
            CollaborationStep step,
            @Argument int first,
            DataLoader<Asked<CollaborationStep, Integer>, LoadResult<Page<Paper>>> papersOfStep) {
        return papersOfStep
                .load(new Asked<>(step, Cursors.first(first)))
                .thenApply(loaded -> loaded.get().items());
    }

    @SchemaMapping
    CompletableFuture<Author> author(
            CollaborationNode node, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.author(node.id(), node.name(), selected, authorById);
    }

    @SchemaMapping
    CompletableFuture<Author> entity(
            CollaborationNode node, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.author(node.id(), node.name(), selected, authorById);
    }

    @SchemaMapping
    List<BridgeAuthor> bridges(CollaborationNetwork network, @Argument int first) {
        return network.bridges(Cursors.first(first));
    }

    @SchemaMapping
    List<WeightedTopic> topics(CollaborationEdge edge, @Argument int first) {
        return edge.topics(Cursors.first(first));
    }

    @SchemaMapping
    CompletableFuture<Author> author(
            BridgeAuthor bridge, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.author(bridge.author().id(), bridge.author().name(), selected, authorById);
    }

    @SchemaMapping
    CompletableFuture<List<Author>> between(
            BridgeAuthor bridge, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.authors(bridge.between(), selected, authorById);
    }
}
