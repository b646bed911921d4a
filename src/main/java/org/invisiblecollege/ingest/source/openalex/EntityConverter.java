package org.invisiblecollege.ingest.source.openalex;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Withdrawal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the entities of all files into records, the first of each id. Not thread-safe. */
final class EntityConverter {

    /** Fields of any kind that is read. */
    static final Set<String> FIELDS = Stream.of(
                    WorkReader.FIELDS, AuthorReader.FIELDS, InstitutionReader.FIELDS, TopicReader.FIELDS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Set<String>> FIELDS_BY_KIND = Map.of(
            "W", WorkReader.FIELDS,
            "A", AuthorReader.FIELDS,
            "I", InstitutionReader.FIELDS,
            "T", TopicReader.FIELDS,
            "C", TopicReader.FIELDS,
            "subfields", TopicReader.FIELDS,
            "fields", TopicReader.FIELDS,
            "domains", TopicReader.FIELDS);

    private static final Map<String, Withdrawal.Kind> WITHDRAWN = Map.of(
            "W", Withdrawal.Kind.PAPER,
            "A", Withdrawal.Kind.PERSON,
            "I", Withdrawal.Kind.ORGANISATION);

    private static final Map<String, String> PASSED_OVER = Map.ofEntries(
            Map.entry("C", "openalex_concept"),
            Map.entry("F", "openalex_funder"),
            Map.entry("G", "openalex_award"),
            Map.entry("K", "openalex_keyword"),
            Map.entry("P", "openalex_publisher"),
            Map.entry("S", "openalex_source"),
            Map.entry("T", "openalex_topic"),
            Map.entry("V", "openalex_source"),
            Map.entry("continents", "openalex_continent"),
            Map.entry("countries", "openalex_country"),
            Map.entry("domains", "openalex_topic"),
            Map.entry("fields", "openalex_topic"),
            Map.entry("keywords", "openalex_keyword"),
            Map.entry("languages", "openalex_language"),
            Map.entry("sdgs", "openalex_sdg"),
            Map.entry("subfields", "openalex_topic"),
            Map.entry("types", "openalex_type"));

    /** What OpenAlex points at where it has deleted something or could not tell people apart. */
    private static final Set<String> STAND_INS = Set.of("W4285719527", "A5317838346", "A9999999999");

    private final RecordSink sink;
    private final TopicReader topics;
    private final Map<String, Set<Long>> seen = new HashMap<>();

    EntityConverter(RecordSink sink) {
        this.sink = sink;
        topics = new TopicReader(sink);
    }

    /** What an entity of this id has that is looked at. */
    static Set<String> fields(@Nullable EntityId id) {
        return id == null ? Set.of() : FIELDS_BY_KIND.getOrDefault(id.kind(), Set.of());
    }

    /** Whether there is no such work or no such person behind the id. */
    static boolean isStandIn(String bare) {
        return STAND_INS.contains(bare);
    }

    /** Takes an entity. */
    void take(EntityId id, JsonNode entity, RecordLocation place) {
        if (entity.hasNonNull("merge_into_id")) {
            String into = entity.path("merge_into_id").stringValue("");
            takeMerged(id, EntityId.of(into), place);
            return;
        }
        if (!FIELDS_BY_KIND.containsKey(id.kind())) {
            passOver(id, place);
            return;
        }
        if (isStandIn(id.bare())) {
            sink.skip("openalex_deleted");
            return;
        }
        Set<Long> seenOfKind = seen.computeIfAbsent(id.kind(), kind -> new HashSet<>());
        if (seenOfKind.contains(id.number())) {
            place.reject("duplicate_id", id.bare());
            return;
        }
        boolean isTaken = switch (id.kind()) {
            case "W" -> accept(new WorkReader(entity, id.bare(), place).read());
            case "A" -> accept(AuthorReader.read(id, entity, place));
            case "I" -> accept(InstitutionReader.read(id, entity, place));
            case "C" -> topics.concept(id, entity, place);
            default -> topics.topic(id, entity, place);
        };
        if (isTaken) {
            seenOfKind.add(id.number());
        }
    }

    /** Takes an id that was merged into another; topics and what is not read cannot be withdrawn and are passed over. */
    void takeMerged(EntityId gone, @Nullable EntityId into, RecordLocation place) {
        Withdrawal.Kind kind = WITHDRAWN.get(gone.kind());
        if (kind == null) {
            passOver(gone, place);
        } else if (isStandIn(gone.bare())) {
            sink.skip("openalex_deleted");
        } else if (into == null || !into.kind().equals(gone.kind()) || into.equals(gone)) {
            place.reject("merge_malformed", gone.bare());
        } else {
            sink.accept(new Withdrawal(kind, gone.bare(), isStandIn(into.bare()) ? null : into.bare()));
        }
    }

    private void passOver(EntityId id, RecordLocation place) {
        String code = PASSED_OVER.get(id.kind());
        if (code == null) {
            place.reject("unknown_entity", id.bare());
        } else {
            sink.skip(code);
        }
    }

    private boolean accept(@Nullable IngestRecord record) {
        if (record == null) {
            return false;
        }
        sink.accept(record);
        return true;
    }
}
