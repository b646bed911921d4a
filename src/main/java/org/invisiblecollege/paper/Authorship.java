package org.invisiblecollege.paper;

import org.jspecify.annotations.Nullable;

/**
 * An author of a paper.
 *
 * @param author id
 * @param position in the author list, from 1; null where the source hides it
 * @param nameAsWritten null where the source hides it
 */
public record Authorship(
        String author, @Nullable Integer position, @Nullable String nameAsWritten) {}
