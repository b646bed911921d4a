package org.invisiblecollege.ingest.source.openalex;

import java.util.List;
import java.util.Set;
import org.invisiblecollege.ingest.record.OrganisationRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns an institution into a record of an organisation. */
final class InstitutionReader {

    /** The fields that are read. */
    static final Set<String> FIELDS = Set.of(
            "cited_by_count",
            "country_code",
            "display_name",
            "display_name_acronyms",
            "display_name_alternatives",
            "id",
            "ids",
            "merge_into_id",
            "ror",
            "works_count");

    private InstitutionReader() {}

    /** Returns the record; null if it was rejected. */
    static @Nullable OrganisationRecord read(EntityId id, JsonNode institution, RecordLocation location) {
        String name = OpenAlexValues.text(institution.path("display_name"));
        if (name == null) {
            location.reject("organisation_without_name", id.bare());
            return null;
        }
        Set<String> aliases = OpenAlexValues.texts(institution.path("display_name_alternatives"), name);
        aliases.addAll(OpenAlexValues.texts(institution.path("display_name_acronyms"), name));
        return new OrganisationRecord(
                id.bare(),
                name,
                List.copyOf(aliases),
                OpenAlexValues.either(
                        OpenAlexValues.ror(institution.path("ror")),
                        OpenAlexValues.ror(institution.path("ids").path("ror"))),
                OpenAlexValues.country(institution.path("country_code")),
                OpenAlexValues.numbers(institution, List.of("works_count", "cited_by_count")));
    }
}
