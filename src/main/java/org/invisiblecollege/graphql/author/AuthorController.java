package org.invisiblecollege.graphql.author;

import graphql.schema.DataFetchingEnvironment;
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
import org.invisiblecollege.collaboration.Collaborations;
import org.invisiblecollege.graphql.batch.Batches;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.invisiblecollege.graphql.batch.FieldKey;
import org.invisiblecollege.graphql.batch.FieldLoaders;
import org.invisiblecollege.graphql.batch.IndexedEntities;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.batch.PapersArguments;
import org.invisiblecollege.graphql.batch.WithinArguments;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.network.YearCount;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.Papers;
import org.invisiblecollege.provenance.ReportedMetric;
import org.invisiblecollege.provenance.SourceRecord;
import org.invisiblecollege.provenance.Sources;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves authors and their fields. */
@Controller
class AuthorController {

    private static final int MAX_REFERENCES = 500;
    /** A name with at least this score may be that of the person meant. */
    private static final double MIN_FIT = 0.6;

    private final Authors authors;
    private final Sources sources;
    private final Novelty novelty;
    private final CanonicalIds canonical;
    private final IndexedEntities entities;

    AuthorController(
            Authors authors,
            Sources sources,
            Novelty novelty,
            Papers papers,
            Collaborations collaborations,
            CanonicalIds canonical,
            IndexedEntities entities,
            FieldLoaders loaders) {
        this.authors = authors;
        this.sources = sources;
        this.novelty = novelty;
        this.canonical = canonical;
        this.entities = entities;
        loaders.<Author>byId("authorById", authors::byIds);
        loaders.<Integer, List<AuthorCandidate>>byFieldKey("similarNamesOfAuthor", authors::withSimilarNames);
        loaders.<PapersArguments, Page<Paper>>byFieldKey(
                "papersOfAuthor",
                PapersArguments::filter,
                (of, filter, arguments) -> papers.ofAuthors(of, filter, arguments.orderBy(), arguments.page()));
        loaders.<WithinArguments, List<YearCount>>byFieldKey(
                "activityOfAuthor",
                WithinArguments::within,
                (of, within, arguments) -> collaborations.activity(of, within));
        loaders.<WithinArguments, List<WeightedTopic>>byFieldKey(
                "topicsOfAuthor",
                WithinArguments::within,
                (of, within, arguments) -> collaborations.topics(of, within, arguments.first()));
    }

    @QueryMapping
    CompletableFuture<Author> author(
            @Argument String id, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return entities.author(id, environment, authorById);
    }

    @QueryMapping
    Connection<Author> authorsByName(@Argument String name, Paging paging) {
        return paging.connection(authors.byName(name, paging.request()));
    }

    /** Resolves references as ids first, since ids are unambiguous; any other reference is taken as a name. */
    @QueryMapping
    List<AuthorResolution> resolveAuthors(@Argument List<String> references) {
        if (references.size() > MAX_REFERENCES) {
            throw new DomainException(
                    ErrorKind.INVALID,
                    "LIMIT_EXCEEDED",
                    "%d references were given; give at most %d at once.".formatted(references.size(), MAX_REFERENCES),
                    Map.of("limit", MAX_REFERENCES));
        }
        Map<String, Author> known = canonical.load(references, authors::byIds);
        Map<String, List<AuthorCandidate>> named = authors.candidates(
                references.stream().filter(each -> !known.containsKey(each)).collect(Collectors.toSet()));
        return references.stream()
                .map(each -> known.containsKey(each)
                        ? AuthorResolution.of(each, known.get(each))
                        : AuthorResolution.of(each, named.getOrDefault(each, List.of())))
                .toList();
    }

    /**
     * The author that a reference means.
     *
     * @param author id; null if the reference is ambiguous or unknown
     */
    record AuthorResolution(String reference, @Nullable String author, List<AuthorCandidate> candidates) {

        static AuthorResolution of(String reference, @Nullable Author author) {
            return author == null
                    ? new AuthorResolution(reference, null, List.of())
                    : new AuthorResolution(
                            reference, author.id(), List.of(new AuthorCandidate(author.id(), author.name(), 1)));
        }

        /** Resolves a name, which is unambiguous if exactly one author has it and no other author's name fits it. */
        static AuthorResolution of(String reference, List<AuthorCandidate> candidates) {
            boolean isUnambiguous = !candidates.isEmpty()
                    && candidates.getFirst().score() == 1
                    && candidates.stream().skip(1).noneMatch(each -> each.score() >= MIN_FIT);
            return new AuthorResolution(
                    reference, isUnambiguous ? candidates.getFirst().author() : null, candidates);
        }
    }

    @SchemaMapping
    @Nullable CompletableFuture<Author> author(
            AuthorResolution resolution, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return resolution.author() == null ? null : entities.author(resolution.author(), environment, authorById);
    }

    @SchemaMapping
    CompletableFuture<Author> author(
            AuthorCandidate candidate, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return entities.author(candidate.author(), environment, authorById);
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
    CompletableFuture<Organisation> organisation(
            Affiliation of, DataFetchingEnvironment environment, DataLoader<String, Organisation> organisationById) {
        return entities.organisation(of.organisation(), environment, organisationById);
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> papers(
            Author author,
            @Argument @Nullable PaperFilter filter,
            @Argument PaperOrder orderBy,
            Paging paging,
            DataLoader<FieldKey<String, PapersArguments>, LoadResult<Page<Paper>>> papersOfAuthor) {
        PapersArguments arguments = new PapersArguments(filter, orderBy, paging.request());
        return papersOfAuthor
                .load(new FieldKey<>(author.id(), arguments))
                .thenApply(loaded -> paging.connection(loaded.get()));
    }

    @SchemaMapping
    CompletableFuture<List<AuthorCandidate>> similarNames(
            Author author,
            @Argument int first,
            DataLoader<FieldKey<String, Integer>, LoadResult<List<AuthorCandidate>>> similarNamesOfAuthor) {
        return similarNamesOfAuthor
                .load(new FieldKey<>(author.id(), PageRequest.first(first).size()))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<List<YearCount>> activity(
            Author author,
            @Argument @Nullable PaperFilter within,
            DataLoader<FieldKey<String, WithinArguments>, LoadResult<List<YearCount>>> activityOfAuthor) {
        return activityOfAuthor
                .load(new FieldKey<>(author.id(), new WithinArguments(within, 0)))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<List<WeightedTopic>> topics(
            Author author,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            DataLoader<FieldKey<String, WithinArguments>, LoadResult<List<WeightedTopic>>> topicsOfAuthor) {
        return topicsOfAuthor
                .load(new FieldKey<>(
                        author.id(),
                        new WithinArguments(within, PageRequest.first(first).size())))
                .thenApply(LoadResult::list);
    }
}
