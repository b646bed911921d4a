package org.invisiblecollege.graphql.entity;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.graphql.batch.Batches;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.batch.Loaders.Asked;
import org.invisiblecollege.graphql.batch.Loaders.PapersArguments;
import org.invisiblecollege.graphql.batch.Loaders.PeopleArguments;
import org.invisiblecollege.graphql.batch.Loaders.WithinArguments;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Cursors;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.network.WeightedOrganisation;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.organisation.Organisations;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.paper.PaperOrder;
import org.invisiblecollege.paper.Papers;
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
    private final Papers papers;

    OrganisationController(Organisations organisations, Sources sources, Papers papers) {
        this.papers = papers;
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
        return Connection.of(organisations.byName(name, Cursors.request(first, after, selected)));
    }

    @BatchMapping
    Map<Organisation, Integer> paperCount(List<Organisation> of) {
        return Batches.each(of, Organisation::id, organisations::paperCounts);
    }

    @BatchMapping
    Map<Organisation, List<SourceRecord>> provenance(List<Organisation> of) {
        return Batches.lists(of, Organisation::id, sources::records);
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> papers(
            Organisation organisation,
            @Argument @Nullable PaperFilter filter,
            @Argument PaperOrder orderBy,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected,
            DataLoader<Asked<String, PapersArguments>, LoadResult<Page<Paper>>> papersOfOrganisation) {
        PapersArguments arguments =
                new PapersArguments(filter, orderBy, false, Cursors.request(first, after, selected));
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
            DataLoader<Asked<String, PeopleArguments>, LoadResult<Page<Author>>> authorsOfOrganisation) {
        return authorsOfOrganisation
                .load(new Asked<>(
                        organisation.id(), new PeopleArguments(within, Cursors.request(first, after, selected))))
                .thenApply(loaded -> Connection.of(loaded.get()));
    }

    @BatchMapping
    Map<Organisation, Integer> authorCount(List<Organisation> of) {
        return Batches.each(of, Organisation::id, papers::authorCounts);
    }

    @SchemaMapping
    CompletableFuture<List<WeightedTopic>> topics(
            Organisation organisation,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            DataLoader<Asked<String, WithinArguments>, LoadResult<List<WeightedTopic>>> topicsOfOrganisation) {
        return topicsOfOrganisation
                .load(new Asked<>(organisation.id(), new WithinArguments(within, Cursors.first(first))))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<List<WeightedOrganisation>> partners(
            Organisation organisation,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            DataLoader<Asked<String, WithinArguments>, LoadResult<List<WeightedOrganisation>>> partnersOfOrganisation) {
        return partnersOfOrganisation
                .load(new Asked<>(organisation.id(), new WithinArguments(within, Cursors.first(first))))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping(typeName = "WeightedOrganisation")
    CompletableFuture<Organisation> organisation(
            WeightedOrganisation weighted,
            DataFetchingFieldSelectionSet selected,
            DataLoader<String, Organisation> organisationById) {
        return EntityRefs.organisation(
                weighted.organisation().id(), weighted.organisation().name(), selected, organisationById);
    }
}
