package org.invisiblecollege.graphql.cursor;

import org.jspecify.annotations.Nullable;

/** The position of a page in its list. */
public record PageInfo(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable String startCursor,
        @Nullable String endCursor) {}
