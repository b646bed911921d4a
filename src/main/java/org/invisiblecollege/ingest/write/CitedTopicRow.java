package org.invisiblecollege.ingest.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.topic.TopicMention;
import org.jspecify.annotations.Nullable;

/**
 * A topic of a paper.
 *
 * @param id of the topic
 * @param evidence {@code field:start:end:text} for each mention; null where a source asserts the topic
 */
record CitedTopicRow(
        String id, String method, double score, @Nullable List<String> evidence) {

    static CitedTopicRow asserted(String id, AssertedTopic topic) {
        return new CitedTopicRow(id, "ASSERTED", topic.score(), null);
    }

    /** Returns a topic found in title and abstract, with the mentions that show it. */
    static CitedTopicRow matched(String topic, List<TopicMention> mentions) {
        return new CitedTopicRow(
                topic,
                mentions.getFirst().method().name(),
                score(mentions),
                mentions.stream()
                        .map(at -> at.field() + ":" + at.start() + ":" + at.end() + ":" + at.text())
                        .toList());
    }

    /** Groups mentions by topic, in the order of each topic's first. */
    static Map<String, List<TopicMention>> byTopic(List<TopicMention> mentions) {
        return mentions.stream()
                .collect(Collectors.groupingBy(TopicMention::topic, LinkedHashMap::new, Collectors.toList()));
    }

    /** Returns 1 - 2^-(2t + a) for t mentions in the title and a in the abstract: more mentions never score less. */
    private static double score(List<TopicMention> mentions) {
        long inTitle =
                mentions.stream().filter(at -> at.field().equals("title")).count();
        return 1 - Math.pow(2, -(double) (inTitle + mentions.size()));
    }
}
