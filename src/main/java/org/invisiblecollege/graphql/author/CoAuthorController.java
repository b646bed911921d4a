package org.invisiblecollege.graphql.author;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.bibliometrics.Suggestions.Similar;
import org.invisiblecollege.bibliometrics.Suggestions.Suggestion;
import org.invisiblecollege.collaboration.CoAuthors;
import org.invisiblecollege.collaboration.Collaborations;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.graphql.batch.FieldKey;
import org.invisiblecollege.graphql.batch.FieldLoaders;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.batch.WithinArguments;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves co-authors, suggested collaborators and similar authors. */
@Controller
class CoAuthorController {

    CoAuthorController(Collaborations collaborations, FieldLoaders loaders) {
        loaders.<CoAuthorsArguments, CoAuthors>byFieldKey(
                "coAuthorsOfAuthor",
                CoAuthorsArguments::within,
                (of, within, arguments) ->
                        collaborations.coAuthors(of, within, arguments.counting, arguments.maxAuthorsPerPaper));
        loaders.<WithinArguments, List<Suggestion>>byFieldKey(
                "suggestionsOfAuthor",
                WithinArguments::within,
                (of, within, arguments) -> collaborations.suggestions(of, within, arguments.first()));
        loaders.<Integer, List<Similar>>byFieldKey("similarToAuthor", collaborations::similar);
    }

    /** Arguments of {@code Author.coAuthors} except the page, which is taken from the whole list. */
    record CoAuthorsArguments(
            @Nullable PaperFilter within,
            Counting counting,
            @Nullable Integer maxAuthorsPerPaper) {}

    @SchemaMapping
    CompletableFuture<CoAuthorConnection> coAuthors(
            Author author,
            @Argument @Nullable PaperFilter within,
            @Argument Counting counting,
            @Argument @Nullable Integer maxAuthorsPerPaper,
            Paging paging,
            DataLoader<FieldKey<String, CoAuthorsArguments>, LoadResult<CoAuthors>> coAuthorsOfAuthor) {
        CoAuthorsArguments arguments = new CoAuthorsArguments(within, counting, maxAuthorsPerPaper);
        return coAuthorsOfAuthor
                .load(new FieldKey<>(author.id(), arguments))
                .thenApply(loaded -> CoAuthorConnection.of(loaded.get(), paging));
    }

    @SchemaMapping
    CompletableFuture<List<Author>> nodes(
            CoAuthorConnection connection, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.authors(
                connection.edges().stream()
                        .map(edge -> new EntityRef(edge.author(), edge.name()))
                        .toList(),
                environment,
                authorById);
    }

    @SchemaMapping
    CompletableFuture<Author> node(
            CoAuthorEdge edge, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.author(new EntityRef(edge.author(), edge.name()), environment, authorById);
    }

    @SchemaMapping
    List<WeightedTopic> topics(CoAuthorEdge edge, @Argument int first) {
        return edge.topics(PageRequest.first(first).size());
    }

    @SchemaMapping
    CompletableFuture<List<Suggestion>> suggestedCollaborators(
            Author author,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            DataLoader<FieldKey<String, WithinArguments>, LoadResult<List<Suggestion>>> suggestionsOfAuthor) {
        return suggestionsOfAuthor
                .load(new FieldKey<>(
                        author.id(),
                        new WithinArguments(within, PageRequest.first(first).size())))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<List<Similar>> similarAuthors(
            Author author,
            @Argument int first,
            DataLoader<FieldKey<String, Integer>, LoadResult<List<Similar>>> similarToAuthor) {
        return similarToAuthor
                .load(new FieldKey<>(author.id(), PageRequest.first(first).size()))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping(typeName = "CollaboratorSuggestion")
    CompletableFuture<Author> author(
            Suggestion suggestion, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.author(suggestion.author(), environment, authorById);
    }

    @SchemaMapping(typeName = "CollaboratorSuggestion")
    CompletableFuture<List<Author>> commonCoAuthors(
            Suggestion suggestion, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.authors(suggestion.commonCoAuthors(), environment, authorById);
    }

    @SchemaMapping(typeName = "CollaboratorSuggestion")
    CompletableFuture<List<Topic>> sharedTopics(
            Suggestion suggestion, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return EntityRefs.topics(suggestion.sharedTopics(), environment, topicById);
    }

    @SchemaMapping(typeName = "SimilarAuthor")
    CompletableFuture<Author> author(
            Similar similar, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.author(similar.author(), environment, authorById);
    }

    @SchemaMapping(typeName = "SimilarAuthor")
    CompletableFuture<List<Topic>> sharedTopics(
            Similar similar, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return EntityRefs.topics(similar.sharedTopics(), environment, topicById);
    }
}
