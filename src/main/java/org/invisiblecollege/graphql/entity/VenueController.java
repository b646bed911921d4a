package org.invisiblecollege.graphql.entity;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.graphql.batch.Batches;
import org.invisiblecollege.graphql.batch.FieldKey;
import org.invisiblecollege.graphql.batch.FieldLoaders;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.batch.PapersArguments;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.Papers;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperOrder;
import org.invisiblecollege.venue.Venue;
import org.invisiblecollege.venue.Venues;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves venues and their fields. */
@Controller
class VenueController {

    private final Venues venues;

    VenueController(Venues venues, Papers papers, FieldLoaders loaders) {
        this.venues = venues;
        loaders.<Venue>byId("venueById", venues::byIds);
        loaders.<PapersArguments, Page<Paper>>byFieldKey(
                "papersOfVenue",
                PapersArguments::filter,
                (of, filter, arguments) -> papers.ofVenues(of, filter, arguments.orderBy(), arguments.page()));
    }

    @QueryMapping
    CompletableFuture<Venue> venue(@Argument String id, DataLoader<String, Venue> venueById) {
        return venueById.load(id);
    }

    @BatchMapping
    Map<Venue, Integer> paperCount(List<Venue> of) {
        return Batches.each(of, Venue::id, venues::paperCounts);
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> papers(
            Venue venue,
            @Argument @Nullable PaperFilter filter,
            @Argument PaperOrder orderBy,
            Paging paging,
            DataLoader<FieldKey<String, PapersArguments>, LoadResult<Page<Paper>>> papersOfVenue) {
        PapersArguments arguments = new PapersArguments(filter, orderBy, paging.request());
        return papersOfVenue
                .load(new FieldKey<>(venue.id(), arguments))
                .thenApply(loaded -> paging.connection(loaded.get()));
    }
}
