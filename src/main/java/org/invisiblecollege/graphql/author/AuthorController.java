package org.invisiblecollege.graphql.author;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Affiliation;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.author.AuthorCandidate;
import org.invisiblecollege.author.AuthorMetrics;
import org.invisiblecollege.author.Authors;
import org.invisiblecollege.bibliometrics.Novelty;
import org.invisiblecollege.bibliometrics.Suggestions.Similar;
import org.invisiblecollege.bibliometrics.Suggestions.Suggestion;
import org.invisiblecollege.collaboration.CoAuthors;
import org.invisiblecollege.graphql.batch.Batches;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.batch.Loaders.Asked;
import org.invisiblecollege.graphql.batch.Loaders.CoAuthorsArguments;
import org.invisiblecollege.graphql.batch.Loaders.PapersArguments;
import org.invisiblecollege.graphql.batch.Loaders.WithinArguments;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Cursors;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.network.YearCount;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.paper.PaperOrder;
import org.invisiblecollege.provenance.ReportedMetric;
import org.invisiblecollege.provenance.SourceRecord;
import org.invisiblecollege.provenance.Sources;
import org.invisiblecollege.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** People. */
@Controller
class AuthorController {

    private static final int MAX_REFERENCES = 500;
    /** From here on a name may be the one that was asked for. */
    private static final double MIN_FIT = 0.6;

    private final Authors authors;
    private final Sources sources;
    private final Novelty novelty;
    private final CanonicalIds ids;

    AuthorController(Authors authors, Sources sources, Novelty novelty, CanonicalIds ids) {
        this.novelty = novelty;
        this.authors = authors;
        this.sources = sources;
        this.ids = ids;
    }

    @QueryMapping
    CompletableFuture<@Nullable Author> author(@Argument String id, DataLoader<String, @Nullable Author> authorById) {
        return authorById.load(id);
    }

    @QueryMapping
    Connection<Author> authorsByName(
            @Argument String name,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected) {
        return Connection.of(authors.byName(name, Cursors.request(first, after, selected)));
    }

    /** Ids first, since they leave no doubt; what is none is a name. */
    @QueryMapping
    List<AuthorResolution> resolveAuthors(@Argument List<String> references) {
        if (references.size() > MAX_REFERENCES) {
            throw new DomainException(
                    ErrorKind.INVALID,
                    "LIMIT_EXCEEDED",
                    "references are %d; ask for %d at once.".formatted(references.size(), MAX_REFERENCES),
                    Map.of("limit", MAX_REFERENCES));
        }
        Map<String, Author> known = ids.load(references, authors::byIds);
        Map<String, List<AuthorCandidate>> named = authors.candidates(
                references.stream().filter(each -> !known.containsKey(each)).collect(Collectors.toSet()));
        return references.stream()
                .map(each -> known.containsKey(each)
                        ? AuthorResolution.of(each, known.get(each))
                        : AuthorResolution.of(each, named.getOrDefault(each, List.of())))
                .toList();
    }

    /**
     * Who is meant by a reference.
     *
     * @param author id; null where there is doubt
     */
    record AuthorResolution(String reference, @Nullable String author, List<AuthorCandidate> candidates) {

        static AuthorResolution of(String reference, @Nullable Author author) {
            return author == null
                    ? new AuthorResolution(reference, null, List.of())
                    : new AuthorResolution(
                            reference, author.id(), List.of(new AuthorCandidate(author.id(), author.name(), 1)));
        }

        /** No doubt is where one person has the very name, and nobody else one that fits it. */
        static AuthorResolution of(String reference, List<AuthorCandidate> candidates) {
            boolean isClear = !candidates.isEmpty()
                    && candidates.getFirst().score() == 1
                    && candidates.stream().skip(1).noneMatch(each -> each.score() >= MIN_FIT);
            return new AuthorResolution(
                    reference, isClear ? candidates.getFirst().author() : null, candidates);
        }
    }

    @SchemaMapping
    @Nullable CompletableFuture<@Nullable Author> author(
            AuthorResolution resolution, DataLoader<String, @Nullable Author> authorById) {
        return resolution.author() == null ? null : authorById.load(resolution.author());
    }

    @SchemaMapping
    CompletableFuture<Author> author(AuthorCandidate candidate, DataLoader<String, Author> authorById) {
        return authorById.load(candidate.author());
    }

    @BatchMapping
    Map<Author, AuthorMetrics> metrics(List<Author> of) {
        return Batches.each(of, Author::id, authors::metrics);
    }

    @BatchMapping
    Map<AuthorMetrics, Double> novelty(List<AuthorMetrics> of) {
        return Batches.each(of, AuthorMetrics::author, novelty::ofAuthors);
    }

    @BatchMapping
    Map<Author, List<ReportedMetric>> reportedMetrics(List<Author> of) {
        return Batches.lists(of, Author::id, sources::reportedMetrics);
    }

    @BatchMapping
    Map<Author, List<Affiliation>> organisations(List<Author> of) {
        return Batches.lists(of, Author::id, authors::organisations);
    }

    @BatchMapping
    Map<Author, List<SourceRecord>> provenance(List<Author> of) {
        return Batches.lists(of, Author::id, sources::records);
    }

    @SchemaMapping(typeName = "AuthorOrganisation")
    CompletableFuture<Organisation> organisation(Affiliation of, DataLoader<String, Organisation> organisationById) {
        return organisationById.load(of.organisation());
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> papers(
            Author author,
            @Argument @Nullable PaperFilter filter,
            @Argument PaperOrder orderBy,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected,
            DataLoader<Asked<String, PapersArguments>, LoadResult<Page<Paper>>> papersOfAuthor) {
        PapersArguments arguments =
                new PapersArguments(filter, orderBy, false, Cursors.request(first, after, selected));
        return papersOfAuthor
                .load(new Asked<>(author.id(), arguments))
                .thenApply(loaded -> Connection.of(loaded.get()));
    }

    @SchemaMapping
    CompletableFuture<CoAuthorConnection> coAuthors(
            Author author,
            @Argument @Nullable PaperFilter within,
            @Argument Counting counting,
            @Argument @Nullable Integer maxAuthorsPerPaper,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected,
            DataLoader<Asked<String, CoAuthorsArguments>, LoadResult<CoAuthors>> coAuthorsOfAuthor) {
        PageRequest page = Cursors.request(first, after, selected);
        CoAuthorsArguments arguments = new CoAuthorsArguments(within, counting, maxAuthorsPerPaper);
        return coAuthorsOfAuthor
                .load(new Asked<>(author.id(), arguments))
                .thenApply(loaded -> CoAuthorConnection.of(loaded.get(), page));
    }

    @SchemaMapping
    CompletableFuture<List<Author>> nodes(
            CoAuthorConnection connection,
            DataFetchingFieldSelectionSet selected,
            DataLoader<String, Author> authorById) {
        return EntityRefs.authors(
                connection.edges().stream()
                        .map(edge -> new EntityRef(edge.author(), edge.name()))
                        .toList(),
                selected,
                authorById);
    }

    @SchemaMapping
    CompletableFuture<Author> node(
            CoAuthorEdge edge, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.author(edge.author(), edge.name(), selected, authorById);
    }

    @SchemaMapping
    List<WeightedTopic> topics(CoAuthorEdge edge, @Argument int first) {
        return edge.topics(Cursors.first(first));
    }

    @SchemaMapping
    CompletableFuture<List<Suggestion>> suggestedCollaborators(
            Author author,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            DataLoader<Asked<String, WithinArguments>, LoadResult<List<Suggestion>>> suggestionsOfAuthor) {
        return suggestionsOfAuthor
                .load(new Asked<>(author.id(), new WithinArguments(within, Cursors.first(first))))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<List<Similar>> similarAuthors(
            Author author,
            @Argument int first,
            DataLoader<Asked<String, Integer>, LoadResult<List<Similar>>> similarToAuthor) {
        return similarToAuthor
                .load(new Asked<>(author.id(), Cursors.first(first)))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<List<YearCount>> activity(
            Author author,
            @Argument @Nullable PaperFilter within,
            DataLoader<Asked<String, WithinArguments>, LoadResult<List<YearCount>>> activityOfAuthor) {
        return activityOfAuthor
                .load(new Asked<>(author.id(), new WithinArguments(within, 0)))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<List<WeightedTopic>> topics(
            Author author,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            DataLoader<Asked<String, WithinArguments>, LoadResult<List<WeightedTopic>>> topicsOfAuthor) {
        return topicsOfAuthor
                .load(new Asked<>(author.id(), new WithinArguments(within, Cursors.first(first))))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping(typeName = "CollaboratorSuggestion")
    CompletableFuture<Author> author(
            Suggestion suggestion, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.author(suggestion.author().id(), suggestion.author().name(), selected, authorById);
    }

    @SchemaMapping(typeName = "CollaboratorSuggestion")
    CompletableFuture<List<Author>> commonCoAuthors(
            Suggestion suggestion, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.authors(suggestion.commonCoAuthors(), selected, authorById);
    }

    @SchemaMapping(typeName = "CollaboratorSuggestion")
    CompletableFuture<List<Topic>> sharedTopics(
            Suggestion suggestion, DataFetchingFieldSelectionSet selected, DataLoader<String, Topic> topicById) {
        return EntityRefs.topics(suggestion.sharedTopics(), selected, topicById);
    }

    @SchemaMapping(typeName = "SimilarAuthor")
    CompletableFuture<Author> author(
            Similar similar, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return EntityRefs.author(similar.author().id(), similar.author().name(), selected, authorById);
    }

    @SchemaMapping(typeName = "SimilarAuthor")
    CompletableFuture<List<Topic>> sharedTopics(
            Similar similar, DataFetchingFieldSelectionSet selected, DataLoader<String, Topic> topicById) {
        return EntityRefs.topics(similar.sharedTopics(), selected, topicById);
    }
}
