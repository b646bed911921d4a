package org.invisiblecollege.graphql.network;

import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topicnetwork.NeighbourhoodQuestion;
import org.invisiblecollege.topicnetwork.TopicNeighbourhood;
import org.invisiblecollege.topicnetwork.TopicNode;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves networks of topics that occur on the same papers. */
@Controller
class NeighbourhoodController {

    private final NetworkQueries queries;

    NeighbourhoodController(NetworkQueries queries) {
        this.queries = queries;
    }

    @QueryMapping
    TopicNeighbourhood topicNeighbourhood(@Argument NeighbourhoodQuestion input) {
        return queries.topics(input);
    }

    @SchemaMapping
    CompletableFuture<Topic> topic(
            TopicNode node, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return EntityRefs.topic(new EntityRef(node.id(), node.name()), environment, topicById);
    }

    @SchemaMapping
    CompletableFuture<Topic> entity(
            TopicNode node, DataFetchingEnvironment environment, DataLoader<String, Topic> topicById) {
        return EntityRefs.topic(new EntityRef(node.id(), node.name()), environment, topicById);
    }
}
