package org.invisiblecollege.summary;

import org.invisiblecollege.kernel.Identified;
import org.jspecify.annotations.Nullable;

/**
 * A source of records.
 *
 * @param id stable
 * @param kind such as {@code PROFILE_PAGE}
 * @param licence of its data, as far as known
 * @param attribution how to credit it
 * @param records number of records loaded, including pending ones
 * @param lastLoaded ISO 8601 instant
 */
public record SourceSummary(
        String id,
        String name,
        String kind,
        @Nullable String licence,
        @Nullable String attribution,
        int records,
        @Nullable String lastLoaded)
        implements Identified {}
