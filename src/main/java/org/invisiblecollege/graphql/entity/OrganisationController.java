package org.invisiblecollege.graphql.entity;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.author.Authors;
import org.invisiblecollege.collaboration.Collaborations;
import org.invisiblecollege.graphql.batch.Batches;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.graphql.batch.FieldKey;
import org.invisiblecollege.graphql.batch.FieldLoaders;
import org.invisiblecollege.graphql.batch.IndexedEntities;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.batch.PapersArguments;
import org.invisiblecollege.graphql.batch.WithinArguments;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.WeightedOrganisation;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.organisation.Organisations;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.Papers;
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

/** Resolves organisations and their fields. */
@Controller
class OrganisationController {

    private final Organisations organisations;
    private final Sources sources;
    private final Papers papers;
    private final Authors authors;
    private final IndexedEntities entities;

    OrganisationController(
            Organisations organisations,
            Sources sources,
            Papers papers,
            Authors authors,
            Collaborations collaborations,
            IndexedEntities entities,
            FieldLoaders loaders) {
        this.organisations = organisations;
        this.sources = sources;
        this.papers = papers;
        this.authors = authors;
        this.entities = entities;
        loaders.<Organisation>byId("organisationById", organisations::byIds);
        loaders.<PapersArguments, Page<Paper>>byFieldKey(
                "papersOfOrganisation",
                PapersArguments::filter,
                (of, filter, arguments) -> papers.ofOrganisations(of, filter, arguments.orderBy(), arguments.page()));
        loaders.<AuthorsArguments, Page<Author>>byFieldKey(
                "authorsOfOrganisation",
                AuthorsArguments::within,
                (of, within, arguments) -> authors(of, within, arguments.page));
        loaders.<WithinArguments, List<WeightedTopic>>byFieldKey(
                "topicsOfOrganisation",
                WithinArguments::within,
                (of, within, arguments) -> collaborations.topicsOfOrganisations(of, within, arguments.first()));
        loaders.<WithinArguments, List<WeightedOrganisation>>byFieldKey(
                "partnersOfOrganisation",
                WithinArguments::within,
                (of, within, arguments) -> collaborations.partners(of, within, arguments.first()));
    }

    /** Arguments of {@code Organisation.authors}. */
    record AuthorsArguments(@Nullable PaperFilter within, PageRequest page) {}

    /** Returns a page of authors for each organisation, in two statements for all. */
    private Map<String, Page<Author>> authors(Collection<String> of, @Nullable PaperFilter within, PageRequest page) {
        Map<String, List<String>> all = papers.authorsOf(of, within);
        Map<String, Page<String>> pages = new HashMap<>();
        of.forEach(id -> pages.put(id, Page.of(all.getOrDefault(id, List.of()), Function.identity(), page)));
        Map<String, Author> known = authors.byIds(
                pages.values().stream().flatMap(ids -> ids.items().stream()).collect(Collectors.toSet()));
        Map<String, Page<Author>> found = new HashMap<>();
        pages.forEach((id, ids) -> found.put(id, ids.mapExisting(known::get)));
        return found;
    }

    @QueryMapping
    CompletableFuture<Organisation> organisation(
            @Argument String id,
            DataFetchingEnvironment environment,
            DataLoader<String, Organisation> organisationById) {
        return entities.organisation(id, environment, organisationById);
    }

    @QueryMapping
    Connection<Organisation> organisationsByName(@Argument String name, Paging paging) {
        return paging.connection(organisations.byName(name, paging.request()));
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
            Paging paging,
            DataLoader<FieldKey<String, PapersArguments>, LoadResult<Page<Paper>>> papersOfOrganisation) {
        PapersArguments arguments = new PapersArguments(filter, orderBy, paging.request());
        return papersOfOrganisation
                .load(new FieldKey<>(organisation.id(), arguments))
                .thenApply(loaded -> paging.connection(loaded.get()));
    }

    @SchemaMapping
    CompletableFuture<Connection<Author>> authors(
            Organisation organisation,
            @Argument @Nullable PaperFilter within,
            Paging paging,
            DataLoader<FieldKey<String, AuthorsArguments>, LoadResult<Page<Author>>> authorsOfOrganisation) {
        return authorsOfOrganisation
                .load(new FieldKey<>(organisation.id(), new AuthorsArguments(within, paging.request())))
                .thenApply(loaded -> paging.connection(loaded.get()));
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
            DataLoader<FieldKey<String, WithinArguments>, LoadResult<List<WeightedTopic>>> topicsOfOrganisation) {
        return topicsOfOrganisation
                .load(new FieldKey<>(
                        organisation.id(),
                        new WithinArguments(within, PageRequest.first(first).size())))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<List<WeightedOrganisation>> partners(
            Organisation organisation,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            DataLoader<FieldKey<String, WithinArguments>, LoadResult<List<WeightedOrganisation>>>
                    partnersOfOrganisation) {
        return partnersOfOrganisation
                .load(new FieldKey<>(
                        organisation.id(),
                        new WithinArguments(within, PageRequest.first(first).size())))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping(typeName = "WeightedOrganisation")
    CompletableFuture<Organisation> organisation(
            WeightedOrganisation weighted,
            DataFetchingEnvironment environment,
            DataLoader<String, Organisation> organisationById) {
        return EntityRefs.organisation(weighted.organisation(), environment, organisationById);
    }
}
