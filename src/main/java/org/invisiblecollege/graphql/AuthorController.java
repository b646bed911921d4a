package org.invisiblecollege.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.author.AuthorMetrics;
import org.invisiblecollege.author.AuthorOrganisation;
import org.invisiblecollege.author.Authors;
import org.invisiblecollege.collaboration.CoAuthors;
import org.invisiblecollege.collaboration.Counting;
import org.invisiblecollege.graphql.Loaders.Asked;
import org.invisiblecollege.graphql.Loaders.CoAuthorsArguments;
import org.invisiblecollege.graphql.Loaders.PapersArguments;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
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

    private final Authors authors;
    private final Sources sources;

    AuthorController(Authors authors, Sources sources) {
        this.authors = authors;
        this.sources = sources;
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
    CompletableFuture<List<Author>> nodes(CoAuthorConnection connection, DataLoader<String, Author> authorById) {
        return authorById.loadMany(
                connection.edges().stream().map(CoAuthorEdge::author).toList());
    }

    @SchemaMapping
    CompletableFuture<Author> node(CoAuthorEdge edge, DataLoader<String, Author> authorById) {
        return authorById.load(edge.author());
    }
}
