package org.invisiblecollege.ingest.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An author as a record names one.
 *
 * @param name as written
 * @param position in the author list, from 1; null where the source hides it
 * @param sourceId the source's own id of the person; null where it gives none for this mention
 * @param orcid null where the source gives none
 * @param organisations affiliations as written on this paper
 * @param canonicalName by which the source calls the person, whatever this paper says; null where it does not say
 */
public record AuthorMention(
        String name,
        @Nullable Integer position,
        @Nullable String sourceId,
        @Nullable String orcid,
        List<OrganisationMention> organisations,
        @Nullable String canonicalName) {

    public AuthorMention {
        organisations = List.copyOf(organisations);
    }

    /** A mention of someone of whom the source has no other name. */
    public AuthorMention(
            String name,
            @Nullable Integer position,
            @Nullable String sourceId,
            @Nullable String orcid,
            List<OrganisationMention> organisations) {
        this(name, position, sourceId, orcid, organisations, null);
    }

    /** Returns a mention that has only a name and a position. */
    public static AuthorMention of(String name, @Nullable Integer position) {
        return new AuthorMention(name, position, null, null, List.of());
    }
}
