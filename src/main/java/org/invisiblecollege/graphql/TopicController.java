package org.invisiblecollege.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.graphql.Loaders.Asked;
import org.invisiblecollege.graphql.Loaders.PapersArguments;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.paper.PaperOrder;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Topics. */
@Controller
class TopicController {

    private final Topics topics;

    TopicController(Topics topics) {
        this.topics = topics;
    }

    @QueryMapping
    CompletableFuture<@Nullable Topic> topic(@Argument String id, DataLoader<String, @Nullable Topic> topicById) {
        return topicById.load(id);
    }

    @QueryMapping
    Connection<Topic> topicsByLabel(
            @Argument String label,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected) {
        return Connection.of(topics.byLabel(label, Paging.request(first, after, selected)));
    }

    @BatchMapping
    Map<Topic, List<Topic>> broader(List<Topic> of) {
        return Parents.lists(of, Topic::id, topics::broader);
    }

    @BatchMapping
    Map<Topic, List<Topic>> narrower(List<Topic> of) {
        return Parents.lists(of, Topic::id, topics::narrower);
    }

    @BatchMapping
    Map<Topic, List<Topic>> related(List<Topic> of) {
        return Parents.lists(of, Topic::id, topics::related);
    }

    @BatchMapping
    Map<Topic, Integer> paperCount(List<Topic> of) {
        return Parents.each(of, Topic::id, topics::paperCounts);
    }

    @SchemaMapping
    CompletableFuture<Connection<Paper>> papers(
            Topic topic,
            @Argument @Nullable PaperFilter filter,
            @Argument boolean includeNarrower,
            @Argument PaperOrder orderBy,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selected,
            DataLoader<Asked<String, PapersArguments>, Loaded<Page<Paper>>> papersOfTopic) {
        PapersArguments arguments =
                new PapersArguments(filter, orderBy, includeNarrower, Paging.request(first, after, selected));
        return papersOfTopic.load(new Asked<>(topic.id(), arguments)).thenApply(loaded -> Connection.of(loaded.get()));
    }

    @SchemaMapping
    CompletableFuture<Topic> topic(
            WeightedTopic weighted, DataFetchingFieldSelectionSet selected, DataLoader<String, Topic> topicById) {
        return Named.topic(weighted.topic(), weighted.label(), selected, topicById);
    }
}
