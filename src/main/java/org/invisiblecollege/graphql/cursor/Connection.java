package org.invisiblecollege.graphql.cursor;

import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.kernel.Page;
import org.jspecify.annotations.Nullable;

/** A page of a list, as the Relay specification defines it. */
public record Connection<T>(
        List<CursorEdge<T>> edges,
        List<T> nodes,
        PageInfo pageInfo,
        @Nullable Integer totalCount) {

    /** An item with its cursor. */
    record CursorEdge<T>(String cursor, T node) {}

    static <T> Connection<T> of(Page<T> page, Paging paging) {
        List<CursorEdge<T>> edges = new ArrayList<>();
        for (int i = 0; i < page.items().size(); i++) {
            edges.add(new CursorEdge<>(
                    paging.cursor(page.positions().get(i)), page.items().get(i)));
        }
        return new Connection<>(edges, page.items(), paging.pageInfo(page), page.total());
    }
}
