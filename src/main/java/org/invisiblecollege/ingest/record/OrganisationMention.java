package org.invisiblecollege.ingest.record;

import org.jspecify.annotations.Nullable;

/**
 * An organisation as a record names it.
 *
 * @param name as written
 * @param sourceId the source's own id; null where it has none
 * @param ror id in the Research Organization Registry, without the address in front; null where the source gives none
 * @param country ISO 3166-1 alpha-2; null where the source gives none
 */
public record OrganisationMention(
        String name,
        @Nullable String sourceId,
        @Nullable String ror,
        @Nullable String country) {

    /** Returns a mention that has only a name. */
    public static OrganisationMention of(String name) {
        return new OrganisationMention(name, null, null, null);
    }
}
