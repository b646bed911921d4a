package org.invisiblecollege.graphql.cursor;

import org.invisiblecollege.kernel.Page;
import org.jspecify.annotations.Nullable;

/** The position of a page in its list. */
public record PageInfo(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable String startCursor,
        @Nullable String endCursor) {

    public static PageInfo of(Page<?> page) {
        boolean empty = page.items().isEmpty();
        return new PageInfo(
                page.hasMore(),
                page.offset() > 0,
                empty ? null : Cursors.cursor(page.offset()),
                empty ? null : Cursors.cursor(page.offset() + page.items().size() - 1));
    }
}
