package org.invisiblecollege.ingest.record;

import org.jspecify.annotations.Nullable;

/**
 * Where records come from.
 *
 * @param id {@code source:<kind>:<start of the checksum>} or the like
 * @param name for display
 * @param kind such as {@code PROFILE_PAGE}
 * @param sha256 of the source's bytes, in hexadecimal
 * @param licence of its data as far as known
 * @param attribution how to credit it
 * @param idScheme scheme of the source's own ids of papers and people, such as {@code acl}; null where its records have no
 *     ids
 */
public record SourceDescription(
        String id,
        String name,
        String kind,
        String sha256,
        @Nullable String licence,
        @Nullable String attribution,
        @Nullable String idScheme) {}
