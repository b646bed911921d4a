package org.invisiblecollege.ingest.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one organisation.
 *
 * @param recordId unique in the source
 * @param name as written
 * @param aliases other names and acronyms
 * @param ror id in the Research Organization Registry, without the address in front; null where the source gives none
 * @param country ISO 3166-1 alpha-2; null where the source gives none
 * @param reported facts the source states, value by name
 */
public record OrganisationRecord(
        String recordId,
        String name,
        List<String> aliases,
        @Nullable String ror,
        @Nullable String country,
        Map<String, String> reported)
        implements IngestRecord {

    public OrganisationRecord {
        aliases = List.copyOf(aliases);
        reported = Map.copyOf(reported);
    }
}
