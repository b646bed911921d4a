package org.invisiblecollege.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.author.AuthorCandidate;
import org.invisiblecollege.author.AuthorMetrics;
import org.invisiblecollege.author.AuthorOrganisation;
import org.invisiblecollege.author.Authors;
import org.invisiblecollege.collaboration.CoAuthors;
import org.invisiblecollege.collaboration.CollaborationNetwork.Person;
import org.invisiblecollege.graphql.Loaders.Asked;
import org.invisiblecollege.graphql.Loaders.CoAuthorsArguments;
import org.invisiblecollege.graphql.Loaders.PapersArguments;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.paper.PaperOrder;
import org.invisiblecollege.provenance.ReportedMetric;
import org.invisiblecollege.provenance.SourceRecord;
import org.invisiblecollege.provenance.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** People. */
@Controller
class AuthorController {

    private static final int MOST_REFERENCES = 500;
    /** From here on a name may be the one that was asked for. */
    private static final double FITTING = 0.6;

    private final Authors authors;
    private final Sources sources;
    private final CanonicalIds ids;

    AuthorController(Authors authors, Sources sources, CanonicalIds ids) {
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
        return Connection.of(authors.byName(name, Paging.request(first, after, selected)));
    }

    /** Ids first, since they leave no doubt; what is none is a name. */
    @QueryMapping
    List<AuthorResolution> resolveAuthors(@Argument List<String> references) {
        if (references.size() > MOST_REFERENCES) {
            throw new DomainException(
                    ErrorKind.INVALID,
                    "LIMIT_EXCEEDED",
                    "references are %d; ask for %d at once.".formatted(references.size(), MOST_REFERENCES),
                    Map.of("limit", MOST_REFERENCES));
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
                    && candidates.stream().skip(1).noneMatch(each -> each.score() >= FITTING);
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
        return Parents.each(of, Author::id, authors::metrics);
    }

    @BatchMapping
    Map<Author, List<ReportedMetric>> reportedMetrics(List<Author> of) {
        return Parents.lists(of, Author::id, sources::reportedMetrics);
    }

    @BatchMapping
    Map<Author, List<AuthorOrganisation>> organisations(List<Author> of) {
        return Parents.lists(of, Author::id, authors::organisations);
    }

    @BatchMapping
    Map<Author, List<SourceRecord>> provenance(List<Author> of) {
        return Parents.lists(of, Author::id, sources::records);
    }

    @SchemaMapping
    CompletableFuture<Organisation> organisation(
            AuthorOrganisation of, DataLoader<String, Organisation> organisationById) {
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
            DataLoader<Asked<String, PapersArguments>, Loaded<Page<Paper>>> papersOfAuthor) {
        PapersArguments arguments = new PapersArguments(filter, orderBy, false, Paging.request(first, after, selected));
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
            DataLoader<Asked<String, CoAuthorsArguments>, Loaded<CoAuthors>> coAuthorsOfAuthor) {
        PageRequest page = Paging.request(first, after, selected);
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
        return Named.authors(
                connection.edges().stream()
                        .map(edge -> new Person(edge.author(), edge.name()))
                        .toList(),
                selected,
                authorById);
    }

    @SchemaMapping
    CompletableFuture<Author> node(
            CoAuthorEdge edge, DataFetchingFieldSelectionSet selected, DataLoader<String, Author> authorById) {
        return Named.author(edge.author(), edge.name(), selected, authorById);
    }
}
