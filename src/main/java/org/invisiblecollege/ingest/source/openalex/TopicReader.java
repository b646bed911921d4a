package org.invisiblecollege.ingest.source.openalex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.Hierarchy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns topics and the older concepts into records of topics. A topic names its subfield, field and domain, each of which is
 * yielded once, the broadest first; the first mention decides what is broader. Not thread-safe.
 */
final class TopicReader {

    /** The fields that are read. */
    static final Set<String> FIELDS =
            Set.of("ancestors", "display_name", "domain", "field", "id", "level", "merge_into_id", "subfield");

    static final String TOPICS = "openalex";
    static final String CONCEPTS = "openalex-concepts";

    /** From the broadest; the kind of an id is its plural. */
    private static final List<String> LEVELS = List.of("domain", "field", "subfield");

    private static final String TOO_MANY = "too_many_topics";

    private final Hierarchy hierarchy = new Hierarchy();
    private final RecordSink sink;

    TopicReader(RecordSink sink) {
        this.sink = sink;
    }

    /** Yields a topic or one of the levels above topics; false if it was rejected. */
    boolean topic(EntityId id, JsonNode topic, RecordLocation location) {
        String label = label(id, topic, location);
        if (label == null) {
            return false;
        }
        Set<String> above = Set.of();
        for (String level : LEVELS) {
            String kind = level + "s";
            if (kind.equals(id.kind())) {
                break;
            }
            String written = OpenAlexValues.id(topic.path(level).path("id"), kind);
            String name = OpenAlexValues.text(topic.path(level).path("display_name"));
            if (written != null && name != null) {
                accept(new EntityId(kind, written), TOPICS, name, above, location);
                above = Set.of(written);
            }
        }
        return accept(id, TOPICS, label, above, location);
    }

    /** Yields a concept, below those of its ancestors that are one level up; false if it was rejected. */
    boolean concept(EntityId id, JsonNode concept, RecordLocation location) {
        String label = label(id, concept, location);
        if (label == null) {
            return false;
        }
        Set<String> above = new LinkedHashSet<>();
        Integer level = OpenAlexValues.count(concept.path("level"));
        for (JsonNode ancestor : concept.path("ancestors")) {
            Integer levelOfAncestor = OpenAlexValues.count(ancestor.path("level"));
            String ancestorId = OpenAlexValues.id(ancestor.path("id"), "C");
            if (level != null && levelOfAncestor != null && levelOfAncestor == level - 1 && ancestorId != null) {
                above.add(ancestorId);
            }
        }
        return accept(id, CONCEPTS, label, above, location);
    }

    private static @Nullable String label(EntityId id, JsonNode topic, RecordLocation location) {
        String label = OpenAlexValues.text(topic.path("display_name"));
        if (label == null) {
            location.reject("topic_without_label", id.bare());
        }
        return label;
    }

    private boolean accept(EntityId id, String scheme, String label, Set<String> above, RecordLocation location) {
        if (hierarchy.isFull()) {
            location.reject(TOO_MANY, id.bare());
            return false;
        }
        // A level that was mentioned before has been yielded already.
        if (hierarchy.add(id.bare())) {
            List<String> broader = broader(id, above, location).stream()
                    .map(bare -> graphId(scheme, bare))
                    .toList();
            sink.accept(new TopicRecord(
                    id.bare(),
                    new Concept(
                            graphId(scheme, id.bare()),
                            scheme,
                            label,
                            List.of(),
                            List.of(),
                            broader,
                            List.of(),
                            null,
                            false),
                    false));
        }
        return true;
    }

    private List<String> broader(EntityId id, Set<String> above, RecordLocation location) {
        List<String> broader = new ArrayList<>();
        for (String bare : above) {
            if (hierarchy.isFull()) {
                location.reject(TOO_MANY, id.bare());
                break;
            }
            switch (hierarchy.put(id.bare(), bare)) {
                case TAKEN -> broader.add(bare);
                case CLOSES_A_CYCLE -> location.reject("topic_cycle", id.bare() + " below " + bare);
                case TOO_DEEP -> location.reject("topic_too_deep", id.bare() + " below " + bare);
            }
        }
        return broader;
    }

    static String graphId(String scheme, String bare) {
        return "topic:" + scheme + ":" + bare;
    }
}
