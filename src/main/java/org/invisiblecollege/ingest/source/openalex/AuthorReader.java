package org.invisiblecollege.ingest.source.openalex;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns an author into a record of a person. */
final class AuthorReader {

    /** The fields that are read. */
    static final Set<String> FIELDS = Set.of(
            "cited_by_count",
            "display_name",
            "display_name_alternatives",
            "id",
            "ids",
            "merge_into_id",
            "orcid",
            "summary_stats",
            "works_count");

    private AuthorReader() {}

    /** Returns the record; null if it was rejected. */
    static @Nullable PersonRecord read(EntityId id, JsonNode author, RecordLocation location) {
        String name = OpenAlexValues.text(author.path("display_name"));
        if (name == null) {
            location.reject("person_without_name", id.bare());
            return null;
        }
        Map<String, String> reported = OpenAlexValues.numbers(author, List.of("works_count", "cited_by_count"));
        reported.putAll(OpenAlexValues.numbers(
                author.path("summary_stats"), List.of("h_index", "i10_index", "2yr_mean_citedness")));
        return new PersonRecord(
                id.bare(),
                name,
                List.copyOf(OpenAlexValues.texts(author.path("display_name_alternatives"), name)),
                OpenAlexValues.either(
                        OpenAlexValues.orcid(author.path("orcid")),
                        OpenAlexValues.orcid(author.path("ids").path("orcid"))),
                reported);
    }
}
