package org.invisiblecollege.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.graphql.Loaders.Asked;
import org.invisiblecollege.graphql.Loaders.PapersArguments;
import org.invisiblecollege.graphql.Loaders.WithinArguments;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.WeightedOrganisation;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.organisation.Organisations;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.paper.PaperOrder;
import org.invisiblecollege.provenance.SourceRecord;
import org.invisiblecollege.provenance.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Organisations. */
@Controller
class OrganisationController {

    private final Organisations organisations;
    private final Sources sources;

    OrganisationController(Organisations organisations, Sources sources) {
        this.organisations = organisations;
        this.sources = sources;
    }

    @QueryMapping
    CompletableFuture<@Nullable Organisation> organisation(
            @Argument String id, DataLoader<String, @Nullable Organisation> organisationById) {
        return organisationById.load(id);
    }

    @QueryMapping
    Connection<Organisation> organisationsByName(
            @Argument String name,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected) {
        return Connection.of(organisations.byName(name, Paging.request(first, after, selected)));
    }

    @BatchMapping
    Map<Organisation, Integer> paperCount(List<Organisation> of) {
        return Parents.each(of, Organisation::id, organisations::paperCounts);
    }

    @BatchMapping
    Map<Organisation, List<SourceRecord>> provenance(List<Organisation> of) {
        return Parents.lists(of, Organisation::id, sources::records);
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> papers(
            Organisation organisation,
            @Argument @Nullable PaperFilter filter,
            @Argument PaperOrder orderBy,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected,
            DataLoader<Asked<String, PapersArguments>, Loaded<Page<Paper>>> papersOfOrganisation) {
        PapersArguments arguments = new PapersArguments(filter, orderBy, false, Paging.request(first, after, selected));
        return papersOfOrganisation
                .load(new Asked<>(organisation.id(), arguments))
                .thenApply(loaded -> Connection.of(loaded.get()));
    }

    @SchemaMapping
    CompletableFuture<Connection<Author>> authors(
            Organisation organisation,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected,
            DataLoader<Asked<String, WithinArguments>, Loaded<List<String>>> authorsOfOrganisation,
            DataLoader<String, @Nullable Author> authorById) {
        PageRequest page = Paging.request(first, after, selected);
        return authorsOfOrganisation
                .load(new Asked<>(organisation.id(), new WithinArguments(within, 0)))
                .thenApply(loaded -> Page.of(loaded == null ? List.of() : loaded.get(), page))
                .thenCompose(ids -> authorById
                        .loadMany(ids.items())
                        .thenApply(people -> Connection.of(ids.with(
                                people.stream().flatMap(Stream::ofNullable).toList()))));
    }

    @SchemaMapping
    CompletableFuture<Integer> authorCount(
            Organisation organisation,
            DataLoader<Asked<String, WithinArguments>, Loaded<List<String>>> authorsOfOrganisation) {
        return authorsOfOrganisation
                .load(new Asked<>(organisation.id(), new WithinArguments(null, 0)))
                .thenApply(loaded -> loaded == null ? 0 : loaded.get().size());
    }

    @SchemaMapping
    CompletableFuture<List<WeightedTopic>> topics(
            Organisation organisation,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            DataLoader<Asked<String, WithinArguments>, Loaded<List<WeightedTopic>>> topicsOfOrganisation) {
        return topicsOfOrganisation
                .load(new Asked<>(organisation.id(), new WithinArguments(within, Paging.first(first))))
                .thenApply(Loaded::get);
    }

    @SchemaMapping
    CompletableFuture<List<WeightedOrganisation>> partners(
            Organisation organisation,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            DataLoader<Asked<String, WithinArguments>, Loaded<List<WeightedOrganisation>>> partnersOfOrganisation) {
        return partnersOfOrganisation
                .load(new Asked<>(organisation.id(), new WithinArguments(within, Paging.first(first))))
                .thenApply(Loaded::get);
    }

    @SchemaMapping(typeName = "WeightedOrganisation")
    CompletableFuture<Organisation> organisation(
            WeightedOrganisation weighted,
            DataFetchingFieldSelectionSet selected,
            DataLoader<String, Organisation> organisationById) {
        return Named.organisation(
                weighted.organisation().id(), weighted.organisation().name(), selected, organisationById);
    }
}
