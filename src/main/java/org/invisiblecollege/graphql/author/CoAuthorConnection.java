package org.invisiblecollege.graphql.author;

import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.collaboration.CoAuthors;
import org.invisiblecollege.graphql.cursor.PageInfo;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.kernel.Page;
import org.jspecify.annotations.Nullable;

/** A page of co-authors. */
record CoAuthorConnection(
        List<CoAuthorEdge> edges,
        PageInfo pageInfo,
        @Nullable Integer totalCount,
        int papersOverAuthorLimit,
        int papersWithoutYear) {

    static CoAuthorConnection of(CoAuthors coAuthors, Paging paging) {
        Page<Integer> page = coAuthors.page(paging.request());
        List<CoAuthorEdge> edges = new ArrayList<>();
        for (int i = 0; i < page.items().size(); i++) {
            edges.add(new CoAuthorEdge(
                    coAuthors,
                    page.items().get(i),
                    paging.cursor(page.positions().get(i))));
        }
        return new CoAuthorConnection(
                edges,
                paging.pageInfo(page),
                page.total(),
                coAuthors.papersOverAuthorLimit(),
                coAuthors.papersWithoutYear());
    }
}
