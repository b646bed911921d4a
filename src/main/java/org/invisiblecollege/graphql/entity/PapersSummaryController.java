package org.invisiblecollege.graphql.entity;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.bibliometrics.CareerBasis;
import org.invisiblecollege.bibliometrics.EntityShare;
import org.invisiblecollege.bibliometrics.EntityShare.Kind;
import org.invisiblecollege.bibliometrics.PapersSummary;
import org.invisiblecollege.bibliometrics.YearSummary;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.invisiblecollege.graphql.batch.Country;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.QueryContext;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.venue.Venue;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves counts over a selection of papers. */
@Controller
class PapersSummaryController {

    private final LiveIndex index;
    private final CanonicalIds canonical;

    PapersSummaryController(LiveIndex index, CanonicalIds canonical) {
        this.index = index;
        this.canonical = canonical;
    }

    @QueryMapping
    PapersSummary papersSummary(@Argument @Nullable PaperFilter filter) {
        return canonical.within(filter, within -> {
            QueryContext context = new QueryContext(index.current());
            return new PapersSummary(context.snapshot(), context.select(within));
        });
    }

    @SchemaMapping
    List<YearSummary> years(PapersSummary summary, @Argument CareerBasis careers) {
        return summary.years(careers);
    }

    @SchemaMapping
    List<EntityShare> authors(PapersSummary summary, @Argument int first) {
        return most(summary, Kind.AUTHOR, first);
    }

    @SchemaMapping
    List<EntityShare> organisations(PapersSummary summary, @Argument int first) {
        return most(summary, Kind.ORGANISATION, first);
    }

    @SchemaMapping
    List<EntityShare> countries(PapersSummary summary, @Argument int first) {
        return most(summary, Kind.COUNTRY, first);
    }

    @SchemaMapping
    List<EntityShare> topics(PapersSummary summary, @Argument int first) {
        return most(summary, Kind.TOPIC, first);
    }

    @SchemaMapping
    List<EntityShare> venues(PapersSummary summary, @Argument int first) {
        return most(summary, Kind.VENUE, first);
    }

    private static List<EntityShare> most(PapersSummary summary, Kind kind, int first) {
        return summary.most(kind, PageRequest.first(first).size());
    }

    @SchemaMapping
    CompletableFuture<?> entity(
            EntityShare share,
            DataFetchingEnvironment environment,
            DataLoader<String, Author> authorById,
            DataLoader<String, Organisation> organisationById,
            DataLoader<String, Topic> topicById,
            DataLoader<String, Venue> venueById) {
        return switch (share.kind()) {
            case AUTHOR -> EntityRefs.author(share.entity(), environment, authorById);
            case ORGANISATION -> EntityRefs.organisation(share.entity(), environment, organisationById);
            case COUNTRY ->
                CompletableFuture.completedFuture(
                        Country.of(share.entity().id(), share.entity().name()));
            case TOPIC -> EntityRefs.topic(share.entity(), environment, topicById);
            case VENUE -> EntityRefs.venue(share.entity(), environment, venueById);
        };
    }
}
