package org.invisiblecollege.graphql;

import org.jspecify.annotations.Nullable;

/**
 * A co-author in the list.
 *
 * @param author id
 */
record CoAuthorEdge(
        String cursor,
        String author,
        String name,
        double weight,
        int papers,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear) {}
