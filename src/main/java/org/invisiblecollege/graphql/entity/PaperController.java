package org.invisiblecollege.graphql.entity;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.bibliometrics.Novelty;
import org.invisiblecollege.bibliometrics.RelatedPaper;
import org.invisiblecollege.bibliometrics.RelatedPapers;
import org.invisiblecollege.graphql.batch.Batches;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.graphql.batch.FieldKey;
import org.invisiblecollege.graphql.batch.FieldLoaders;
import org.invisiblecollege.graphql.batch.IndexedEntities;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.organisation.Organisations;
import org.invisiblecollege.paper.Authorship;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperTopic;
import org.invisiblecollege.paper.Papers;
import org.invisiblecollege.provenance.ReportedMetric;
import org.invisiblecollege.provenance.SourceRecord;
import org.invisiblecollege.provenance.Sources;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperOrder;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.venue.Venue;
import org.invisiblecollege.venue.Venues;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves papers and their fields. */
@Controller
class PaperController {

    private final Papers papers;
    private final Organisations organisations;
    private final Venues venues;
    private final Sources sources;
    private final Novelty novelty;
    private final CanonicalIds canonical;
    private final IndexedEntities entities;

    PaperController(
            Papers papers,
            Organisations organisations,
            Venues venues,
            Sources sources,
            Novelty novelty,
            RelatedPapers related,
            CanonicalIds canonical,
            IndexedEntities entities,
            FieldLoaders loaders) {
        this.papers = papers;
        this.organisations = organisations;
        this.venues = venues;
        this.sources = sources;
        this.novelty = novelty;
        this.canonical = canonical;
        this.entities = entities;
        loaders.<Paper>byId("paperById", papers::byIds);
        loaders.<Integer, List<RelatedPaper>>byFieldKey("relatedToPaper", related::of);
        loaders.<PageRequest, Page<Paper>>byFieldKey("referencesOfPaper", papers::references);
        loaders.<PageRequest, Page<Paper>>byFieldKey("papersCitingPaper", papers::citedBy);
        loaders.<TopicsArguments, List<PaperTopic>>byFieldKey(
                "topicsOfPaper",
                (of, arguments) -> papers.topics(of, arguments.methods, arguments.schemes, arguments.first));
    }

    /** Arguments of {@code Paper.topics}. */
    record TopicsArguments(
            @Nullable List<TopicMethod> methods, @Nullable List<String> schemes, int first) {}

    @QueryMapping
    CompletableFuture<@Nullable Paper> paper(@Argument String id, DataLoader<String, @Nullable Paper> paperById) {
        return paperById.load(id);
    }

    @QueryMapping
    Connection<Paper> papers(@Argument @Nullable PaperFilter filter, @Argument PaperOrder orderBy, Paging paging) {
        PageRequest page = paging.request();
        return paging.connection(canonical.within(filter, found -> papers.page(found, orderBy, page)));
    }

    @BatchMapping
    Map<Paper, List<Authorship>> authors(List<Paper> of) {
        return Batches.lists(of, Paper::id, papers::authorships);
    }

    @BatchMapping
    Map<Paper, List<Organisation>> organisations(List<Paper> of) {
        Map<Paper, List<String>> ids = Batches.lists(of, Paper::id, papers::organisations);
        return read(ids, organisations::byIds);
    }

    @BatchMapping
    Map<Paper, List<Venue>> publishedIn(List<Paper> of) {
        return read(Batches.lists(of, Paper::id, papers::venues), venues::byIds);
    }

    /** Reads what the papers have the ids of, all of it in one statement. */
    private static <T> Map<Paper, List<T>> read(
            Map<Paper, List<String>> ids, Function<Collection<String>, Map<String, T>> byIds) {
        Map<String, T> known = byIds.apply(
                ids.values().stream().flatMap(List::stream).distinct().toList());
        return ids.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(known::get)
                                .filter(Objects::nonNull)
                                .toList()));
    }

    @BatchMapping
    Map<Paper, Double> novelty(List<Paper> of) {
        return Batches.each(of, Paper::id, novelty::ofPapers);
    }

    @SchemaMapping
    CompletableFuture<List<RelatedPaper>> relatedPapers(
            Paper paper,
            @Argument int first,
            DataLoader<FieldKey<String, Integer>, LoadResult<List<RelatedPaper>>> relatedToPaper) {
        return relatedToPaper
                .load(new FieldKey<>(paper.id(), PageRequest.first(first).size()))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<Paper> paper(RelatedPaper related, DataLoader<String, Paper> paperById) {
        return paperById.load(related.paper());
    }

    @SchemaMapping
    CompletableFuture<List<Topic>> sharedTopics(
            RelatedPaper related, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return EntityRefs.topics(related.sharedTopics(), environment, topicById);
    }

    @SchemaMapping
    CompletableFuture<List<Author>> sharedAuthors(
            RelatedPaper related, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.authors(related.sharedAuthors(), environment, authorById);
    }

    @BatchMapping
    Map<Paper, List<ReportedMetric>> reportedMetrics(List<Paper> of) {
        return Batches.lists(of, Paper::id, sources::reportedMetrics);
    }

    @BatchMapping
    Map<Paper, List<SourceRecord>> provenance(List<Paper> of) {
        return Batches.lists(of, Paper::id, sources::records);
    }

    @BatchMapping(field = "provenance")
    Map<Authorship, List<SourceRecord>> provenanceOfAuthorships(List<Authorship> of) {
        return sources.recordsOf(of, Authorship::paper, Authorship::records);
    }

    @BatchMapping(field = "provenance")
    Map<PaperTopic, List<SourceRecord>> provenanceOfTopics(List<PaperTopic> of) {
        return sources.recordsOf(of, PaperTopic::paper, PaperTopic::records);
    }

    @SchemaMapping
    CompletableFuture<List<Organisation>> organisations(
            Authorship authorship, DataLoader<String, Organisation> organisationById) {
        return organisationById
                .loadMany(authorship.organisations())
                .thenApply(all -> all.stream().flatMap(Stream::ofNullable).toList());
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> references(
            Paper paper,
            Paging paging,
            DataLoader<FieldKey<String, PageRequest>, LoadResult<Page<Paper>>> referencesOfPaper) {
        return referencesOfPaper
                .load(new FieldKey<>(paper.id(), paging.request()))
                .thenApply(loaded -> paging.connection(loaded.get()));
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> citedBy(
            Paper paper,
            Paging paging,
            DataLoader<FieldKey<String, PageRequest>, LoadResult<Page<Paper>>> papersCitingPaper) {
        return papersCitingPaper
                .load(new FieldKey<>(paper.id(), paging.request()))
                .thenApply(loaded -> paging.connection(loaded.get()));
    }

    @SchemaMapping
    CompletableFuture<Author> author(
            Authorship authorship, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return entities.author(authorship.author(), environment, authorById);
    }

    @SchemaMapping
    CompletableFuture<List<PaperTopic>> topics(
            Paper paper,
            @Argument @Nullable List<TopicMethod> methods,
            @Argument @Nullable List<String> schemes,
            @Argument int first,
            DataLoader<FieldKey<String, TopicsArguments>, LoadResult<List<PaperTopic>>> topicsOfPaper) {
        return topicsOfPaper
                .load(new FieldKey<>(paper.id(), new TopicsArguments(methods, schemes, first)))
                .thenApply(LoadResult::list);
    }
}
