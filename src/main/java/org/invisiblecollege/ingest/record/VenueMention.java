package org.invisiblecollege.ingest.record;

import org.jspecify.annotations.Nullable;

/**
 * A journal, conference or other venue as a record names it.
 *
 * @param acronym or abbreviated title that the source gives; null where it gives none
 */
public record VenueMention(String name, @Nullable String acronym) {}
