package org.invisiblecollege.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.invisiblecollege.topic.TopicMatcher;

/** Looks for the vocabulary's labels in a record's title and abstract. */
public final class MentionedTopics {

    private MentionedTopics() {}

    /** The record with the topics found in it. */
    public static PaperRecord in(PaperRecord record, TopicMatcher matcher) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (record.title() != null) {
            fields.put("title", record.title());
        }
        if (record.abstractText() != null) {
            fields.put("abstract", record.abstractText());
        }
        return record.withMentions(matcher.match(fields));
    }
}
