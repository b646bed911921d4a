package org.invisiblecollege.graphql.entity;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.bibliometrics.TopicExpert;
import org.invisiblecollege.bibliometrics.TopicProfiles;
import org.invisiblecollege.bibliometrics.TopicTrend;
import org.invisiblecollege.bibliometrics.TrendKind;
import org.invisiblecollege.bibliometrics.Trends;
import org.invisiblecollege.graphql.batch.Batches;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.graphql.batch.FieldKey;
import org.invisiblecollege.graphql.batch.FieldLoaders;
import org.invisiblecollege.graphql.batch.IndexedEntities;
import org.invisiblecollege.graphql.batch.LoadResult;
import org.invisiblecollege.graphql.batch.PapersArguments;
import org.invisiblecollege.graphql.batch.WithinArguments;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.WeightedOrganisation;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.network.YearCount;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.Papers;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperOrder;
import org.invisiblecollege.selection.YearWindow;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.Topics;
import org.invisiblecollege.topicnetwork.Neighbourhoods;
import org.invisiblecollege.topicnetwork.Normalisation;
import org.invisiblecollege.topicnetwork.TopicNeighbour;
import org.invisiblecollege.topicnetwork.TopicRank;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves topics and their fields. */
@Controller
class TopicController {

    private final Topics topics;
    private final Trends trends;
    private final CanonicalIds canonical;
    private final LiveIndex index;
    private final IndexedEntities entities;

    TopicController(
            Topics topics,
            Trends trends,
            Papers papers,
            TopicProfiles profiles,
            Neighbourhoods neighbourhoods,
            CanonicalIds canonical,
            LiveIndex index,
            IndexedEntities entities,
            FieldLoaders loaders) {
        this.topics = topics;
        this.index = index;
        this.entities = entities;
        this.trends = trends;
        this.canonical = canonical;
        loaders.<Topic>byId("topicById", topics::byIds);
        loaders.<TopicPapersArguments, Page<Paper>>byFieldKey(
                "papersOfTopic",
                arguments -> arguments.papers.filter(),
                (of, filter, arguments) -> papers.ofTopics(
                        of, arguments.includeNarrower, filter, arguments.papers.orderBy(), arguments.papers.page()));
        loaders.<WithinArguments, List<YearCount>>byFieldKey(
                "trendOfTopic", WithinArguments::within, (of, within, arguments) -> profiles.trends(of, within));
        loaders.<ExpertsArguments, List<TopicExpert>>byFieldKey(
                "expertsOfTopic",
                ExpertsArguments::within,
                (of, within, arguments) ->
                        profiles.experts(of, within, arguments.includeNarrower, arguments.halfLife, arguments.first));
        loaders.<WithinArguments, List<WeightedOrganisation>>byFieldKey(
                "organisationsOfTopic",
                WithinArguments::within,
                (of, within, arguments) -> profiles.organisations(of, within, arguments.first()));
        loaders.<NeighboursArguments, List<TopicNeighbour>>byFieldKey(
                "neighboursOfTopic",
                NeighboursArguments::within,
                (of, within, arguments) -> neighbourhoods.neighbours(
                        of, within, arguments.normalisation, arguments.rankBy, arguments.first));
    }

    /** Arguments of {@code Topic.papers}. */
    record TopicPapersArguments(PapersArguments papers, boolean includeNarrower) {}

    /** Arguments of {@code Topic.experts}. */
    record ExpertsArguments(
            @Nullable PaperFilter within,
            boolean includeNarrower,
            @Nullable Integer halfLife,
            int first) {}

    /** Arguments of {@code Topic.neighbours}. */
    record NeighboursArguments(
            @Nullable PaperFilter within, Normalisation normalisation, TopicRank rankBy, int first) {}

    @QueryMapping
    List<TopicTrend> trendingTopics(
            @Argument @Nullable YearWindow window,
            @Argument @Nullable PaperFilter within,
            @Argument @Nullable List<String> schemes,
            @Argument TrendKind kind,
            @Argument int first) {
        return canonical.within(
                within,
                filter -> trends.trending(
                        window, filter, schemes, kind, PageRequest.first(first).size()));
    }

    @QueryMapping
    CompletableFuture<Topic> topic(
            @Argument String id, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return entities.topic(id, environment, topicById);
    }

    @QueryMapping
    Connection<Topic> topicsByLabel(@Argument String label, Paging paging) {
        Page<String> found = index.names().topics().page(label, paging.request());
        return paging.connection(found.mapExisting(topics.byIds(found.items())::get));
    }

    @BatchMapping
    Map<Topic, List<Topic>> broader(List<Topic> of) {
        return Batches.lists(of, Topic::id, topics::broader);
    }

    @BatchMapping
    Map<Topic, List<Topic>> narrower(List<Topic> of) {
        return Batches.lists(of, Topic::id, topics::narrower);
    }

    @BatchMapping
    Map<Topic, List<Topic>> related(List<Topic> of) {
        return Batches.lists(of, Topic::id, topics::related);
    }

    @BatchMapping
    Map<Topic, Integer> paperCount(List<Topic> of) {
        return Batches.each(of, Topic::id, topics::paperCounts);
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> papers(
            Topic topic,
            @Argument @Nullable PaperFilter filter,
            @Argument boolean includeNarrower,
            @Argument PaperOrder orderBy,
            Paging paging,
            DataLoader<FieldKey<String, TopicPapersArguments>, LoadResult<Page<Paper>>> papersOfTopic) {
        PapersArguments arguments = new PapersArguments(filter, orderBy, paging.request());
        return papersOfTopic
                .load(new FieldKey<>(topic.id(), new TopicPapersArguments(arguments, includeNarrower)))
                .thenApply(loaded -> paging.connection(loaded.get()));
    }

    @SchemaMapping
    CompletableFuture<Topic> topic(
            WeightedTopic weighted, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return EntityRefs.topic(new EntityRef(weighted.topic(), weighted.label()), environment, topicById);
    }

    @SchemaMapping
    CompletableFuture<Topic> topic(
            TopicTrend trend, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return EntityRefs.topic(trend.topic(), environment, topicById);
    }

    @SchemaMapping
    CompletableFuture<List<YearCount>> trend(
            Topic topic,
            @Argument @Nullable PaperFilter within,
            DataLoader<FieldKey<String, WithinArguments>, LoadResult<List<YearCount>>> trendOfTopic) {
        return trendOfTopic
                .load(new FieldKey<>(topic.id(), new WithinArguments(within, 0)))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<List<TopicExpert>> experts(
            Topic topic,
            @Argument @Nullable PaperFilter within,
            @Argument boolean includeNarrower,
            @Argument @Nullable Integer halfLife,
            @Argument int first,
            DataLoader<FieldKey<String, ExpertsArguments>, LoadResult<List<TopicExpert>>> expertsOfTopic) {
        return expertsOfTopic
                .load(new FieldKey<>(
                        topic.id(),
                        new ExpertsArguments(
                                within,
                                includeNarrower,
                                halfLife,
                                PageRequest.first(first).size())))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<Author> author(
            TopicExpert expert, DataFetchingEnvironment environment, DataLoader<String, Author> authorById) {
        return EntityRefs.author(expert.author(), environment, authorById);
    }

    @SchemaMapping
    CompletableFuture<List<WeightedOrganisation>> organisations(
            Topic topic,
            @Argument @Nullable PaperFilter within,
            @Argument int first,
            DataLoader<FieldKey<String, WithinArguments>, LoadResult<List<WeightedOrganisation>>>
                    organisationsOfTopic) {
        return organisationsOfTopic
                .load(new FieldKey<>(
                        topic.id(),
                        new WithinArguments(within, PageRequest.first(first).size())))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<List<TopicNeighbour>> neighbours(
            Topic topic,
            @Argument @Nullable PaperFilter within,
            @Argument Normalisation normalisation,
            @Argument TopicRank rankBy,
            @Argument int first,
            DataLoader<FieldKey<String, NeighboursArguments>, LoadResult<List<TopicNeighbour>>> neighboursOfTopic) {
        return neighboursOfTopic
                .load(new FieldKey<>(
                        topic.id(),
                        new NeighboursArguments(
                                within,
                                normalisation,
                                rankBy,
                                PageRequest.first(first).size())))
                .thenApply(LoadResult::list);
    }

    @SchemaMapping
    CompletableFuture<Topic> topic(
            TopicNeighbour neighbour, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return EntityRefs.topic(neighbour.topic(), environment, topicById);
    }
}
