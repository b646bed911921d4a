package org.invisiblecollege.ingest.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one person.
 *
 * @param recordId the source's id of the person; the one in {@link AuthorMention#sourceId()} where the source gives ids
 * @param name as written
 * @param variants other spellings the source knows
 * @param orcid null where the source gives none
 * @param reported facts the source states, value by name
 */
public record PersonRecord(
        String recordId,
        String name,
        List<String> variants,
        @Nullable String orcid,
        Map<String, String> reported) implements IngestRecord {

    public PersonRecord {
        variants = List.copyOf(variants);
        reported = Map.copyOf(reported);
    }
}
