package org.invisiblecollege.ingest.topics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.topic.TopicMatcher;
import org.invisiblecollege.topic.TopicMention;
import org.jspecify.annotations.Nullable;

/** Finds the labels of vocabularies in titles and abstracts. */
public final class MentionedTopics {

    private MentionedTopics() {}

    /** Returns the record with the topics found in it. */
    public static PaperRecord in(PaperRecord record, List<TopicMatcher> matchers) {
        return record.withMentions(in(texts(record.title(), record.abstractText()), matchers));
    }

    /** Returns the record with the topics found in it added to its own, which were found in a text that it lacks. */
    public static PaperRecord addTo(PaperRecord record, List<TopicMatcher> matchers) {
        List<TopicMention> found = in(texts(record.title(), record.abstractText()), matchers);
        return found.isEmpty()
                ? record
                : record.withMentions(Stream.concat(record.mentions().stream(), found.stream())
                        .toList());
    }

    /** Returns the texts of a paper in which labels are matched, by field. */
    public static Map<String, String> texts(@Nullable String title, @Nullable String abstractText) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (title != null) {
            texts.put("title", title);
        }
        if (abstractText != null) {
            texts.put("abstract", abstractText);
        }
        return texts;
    }

    /** Returns the topics found in texts, matcher by matcher. */
    public static List<TopicMention> in(Map<String, String> texts, List<TopicMatcher> matchers) {
        return matchers.stream()
                .flatMap(matcher -> matcher.match(texts).stream())
                .toList();
    }
}
