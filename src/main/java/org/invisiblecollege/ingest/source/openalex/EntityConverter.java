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

/** Turns the entities of all files into records, of each id the first entity. Not thread-safe. */
final class EntityConverter {

    /** The fields of all kinds that are read. */
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

    private static final Map<String, String> SKIPPED = Map.ofEntries(
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

    /** Ids to which OpenAlex points where it has deleted something or could not distinguish authors. */
    private static final Set<String> STAND_INS = Set.of("W4285719527", "A5317838346", "A9999999999");

    private final RecordSink sink;
    private final TopicReader topics;
    private final Map<String, Set<Long>> seen = new HashMap<>();

    EntityConverter(RecordSink sink) {
        this.sink = sink;
        topics = new TopicReader(sink);
    }

    /** Returns the fields of an entity of this id that are read. */
    static Set<String> fields(@Nullable EntityId id) {
        return id == null ? Set.of() : FIELDS_BY_KIND.getOrDefault(id.kind(), Set.of());
    }

    /** Returns whether the id stands for no real work or author. */
    static boolean isStandIn(String bare) {
        return STAND_INS.contains(bare);
    }

    /** Converts an entity and passes it to the sink, or rejects it. */
    void convert(EntityId id, JsonNode entity, RecordLocation location) {
        if (entity.hasNonNull("merge_into_id")) {
            String into = entity.path("merge_into_id").stringValue("");
            withdraw(id, EntityId.of(into), location);
            return;
        }
        if (!FIELDS_BY_KIND.containsKey(id.kind())) {
            skip(id, location);
            return;
        }
        if (isStandIn(id.bare())) {
            sink.skip("openalex_deleted");
            return;
        }
        Set<Long> seenOfKind = seen.computeIfAbsent(id.kind(), kind -> new HashSet<>());
        if (seenOfKind.contains(id.numericPart())) {
            location.reject("duplicate_id", id.bare());
            return;
        }
        boolean isAccepted = switch (id.kind()) {
            case "W" -> accept(new WorkReader(entity, id.bare(), location).read());
            case "A" -> accept(AuthorReader.read(id, entity, location));
            case "I" -> accept(InstitutionReader.read(id, entity, location));
            case "C" -> topics.concept(id, entity, location);
            default -> topics.topic(id, entity, location);
        };
        if (isAccepted) {
            seenOfKind.add(id.numericPart());
        }
    }

    /** Withdraws an id that was merged into another; topics and kinds that are not read cannot be withdrawn and are skipped. */
    void withdraw(EntityId withdrawn, @Nullable EntityId into, RecordLocation location) {
        Withdrawal.Kind kind = WITHDRAWN.get(withdrawn.kind());
        if (kind == null) {
            skip(withdrawn, location);
        } else if (isStandIn(withdrawn.bare())) {
            sink.skip("openalex_deleted");
        } else if (into == null || !into.kind().equals(withdrawn.kind()) || into.equals(withdrawn)) {
            location.reject("merge_malformed", withdrawn.bare());
        } else {
            sink.accept(new Withdrawal(kind, withdrawn.bare(), isStandIn(into.bare()) ? null : into.bare()));
        }
    }

    private void skip(EntityId id, RecordLocation location) {
        String code = SKIPPED.get(id.kind());
        if (code == null) {
            location.reject("unknown_entity", id.bare());
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
