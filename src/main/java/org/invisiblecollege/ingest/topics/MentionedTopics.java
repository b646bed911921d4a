package org.invisiblecollege.ingest.topics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.topic.TopicMatcher;
import org.invisiblecollege.topic.TopicMention;
import org.jspecify.annotations.Nullable;

/** Looks for the labels of vocabularies in titles and abstracts. */
public final class MentionedTopics {

    private MentionedTopics() {}

    /** The record with the topics found in it. */
    public static PaperRecord in(PaperRecord record, List<TopicMatcher> matchers) {
        return record.withMentions(in(texts(record.title(), record.abstractText()), matchers));
    }

    /** The same beside those it came with, which were found in a text that it came without. */
    public static PaperRecord besideThoseIn(PaperRecord record, List<TopicMatcher> matchers) {
        List<TopicMention> found = in(texts(record.title(), record.abstractText()), matchers);
        return found.isEmpty()
                ? record
                : record.withMentions(Stream.concat(record.mentions().stream(), found.stream())
                        .toList());
    }

    /** The texts of a paper in which labels are looked for, by field. */
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

    /** The topics found in texts, one matcher after the other. */
    public static List<TopicMention> in(Map<String, String> texts, List<TopicMatcher> matchers) {
        return matchers.stream()
                .flatMap(matcher -> matcher.match(texts).stream())
                .toList();
    }
}
