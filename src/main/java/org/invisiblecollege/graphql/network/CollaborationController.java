package org.invisiblecollege.graphql.network;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
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
import org.invisiblecollege.collaboration.Collaborations;
import org.invisiblecollege.collaboration.PathsQuestion;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.batch.Loaders.Asked;
import org.invisiblecollege.graphql.cursor.Cursors;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.network.PathWeight;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who works with whom. */
@Controller
class CollaborationController {

    private final Collaborations collaborations;
    private final CanonicalIds canonical;

    CollaborationController(Collaborations collaborations, CanonicalIds canonical) {
        this.collaborations = collaborations;
        this.canonical = canonical;
    }

    /** The input as the schema has it. */
    record Input(
            List<String> authors,
            List<String> keep,
            List<List<String>> sameAs,
            int depth,
            @Nullable PaperFilter within,
            Counting counting,
            @Nullable Integer maxAuthorsPerPaper,
            double minWeight,
            int minPapers,
            int minPapersPerAuthor,
            int maxNodes,
            int maxEdges,
            double resolution)
            implements NetworkInput {

        static Input of(CollaborationQuestion question) {
            return new Input(
                    question.authors(),
                    question.keep(),
                    question.sameAs(),
                    question.limits().depth(),
                    question.within(),
                    question.counting(),
                    question.maxAuthorsPerPaper(),
                    question.minWeight(),
                    question.minPapers(),
                    question.minPapersPerAuthor(),
                    question.limits().maxNodes(),
                    question.limits().maxEdges(),
                    question.resolution());
        }

        List<String> people() {
            List<String> all = new ArrayList<>(authors);
            all.addAll(keep);
            sameAs.forEach(all::addAll);
            return all;
        }

        CollaborationQuestion question(UnaryOperator<String> id) {
            return new CollaborationQuestion(
                    authors.stream().map(id).toList(),
                    keep.stream().map(id).toList(),
                    sameAs.stream()
                            .map(group -> group.stream().map(id).toList())
                            .toList(),
                    within == null ? null : within.withIds(id),
                    counting,
                    maxAuthorsPerPaper,
                    minWeight,
                    minPapers,
                    minPapersPerAuthor,
                    new Limits(depth, maxNodes, maxEdges),
                    resolution);
        }
    }

    @QueryMapping
    CollaborationNetwork collaborationNetwork(@Argument Input input) {
        return canonical.with(input.people(), input.within, id -> collaborations.network(input.question(id)));
    }

    /** The input as the schema has it. */
    record PathsInput(
            String from,
            String to,
            int k,
            PathWeight by,
            Counting counting,
            @Nullable PaperFilter within,
            @Nullable Integer maxAuthorsPerPaper,
            int maxHops) {

        PathsQuestion question(UnaryOperator<String> id) {
            return new PathsQuestion(
                    id.apply(from),
                    id.apply(to),
                    k,
                    by,
                    counting,
                    within == null ? null : within.withIds(id),
                    maxAuthorsPerPaper,
                    maxHops);
        }
    }

    @QueryMapping
    CollaborationPaths collaborationPaths(@Argument PathsInput input) {
        return canonical.with(
                List.of(input.from, input.to), input.within, id -> collaborations.paths(input.question(id)));
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
