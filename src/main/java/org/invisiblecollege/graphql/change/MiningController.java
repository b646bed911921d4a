package org.invisiblecollege.graphql.change;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.ingest.jobs.IngestJobs;
import org.invisiblecollege.ingest.run.IngestRun;
import org.invisiblecollege.mining.MinedTopic;
import org.invisiblecollege.mining.MinedTopics;
import org.invisiblecollege.mining.ReviewedTerms;
import org.invisiblecollege.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves mined terms and reviews of them by curators. */
@Controller
class MiningController {

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final MinedTopics terms;
    private final IngestJobs jobs;
    private final LiveIndex index;
    private final VersionedGraph versions;

    MiningController(MinedTopics terms, IngestJobs jobs, LiveIndex index, VersionedGraph versions) {
        this.terms = terms;
        this.jobs = jobs;
        this.index = index;
        this.versions = versions;
    }

    /** A reviewed term, and the run that searches papers for its new labels; null if it has none. */
    record TopicReview(MinedTopic minedTopic, @Nullable IngestRun run) {}

    @QueryMapping
    Connection<MinedTopic> minedTopics(@Argument MinedTopic.State state, Paging paging) {
        return paging.connection(terms.list(state, paging.request()));
    }

    @MutationMapping
    IngestRun mineTopics(@Argument int minPapers, @Argument int most) {
        return jobs.start(terms.mine(minPapers, most));
    }

    @MutationMapping
    TopicReview promoteTopic(
            @Argument String topic, @Argument @Nullable String label, @Argument @Nullable List<String> altLabels) {
        return shown(terms.promote(topic, label, altLabels == null ? List.of() : altLabels));
    }

    @MutationMapping
    TopicReview suppressTopic(@Argument String topic) {
        return shown(terms.suppress(topic));
    }

    @MutationMapping
    TopicReview offerTopic(@Argument String topic) {
        return shown(terms.offer(topic));
    }

    /** Waits for the index to include the change, so that the next query shows it. */
    private TopicReview shown(MinedTopics.Review review) {
        IngestRun run = review.isToBeMatched() ? jobs.start(new ReviewedTerms()) : null;
        try {
            index.await(versions.current(), MAX_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new TopicReview(review.minedTopic(), run);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Topic> topic(MinedTopic term, DataLoader<String, @Nullable Topic> topicById) {
        return topicById.load(term.id());
    }
}
