package org.invisiblecollege.ingest;

import org.jspecify.annotations.Nullable;

/**
 * An author as a record names them.
 *
 * @param name as written
 * @param position in the author list, from 1; null where the source hides it
 */
public record AuthorMention(String name, @Nullable Integer position) {}
