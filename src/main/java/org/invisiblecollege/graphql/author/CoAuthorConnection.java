package org.invisiblecollege.graphql.author;

import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.collaboration.CoAuthors;
import org.invisiblecollege.graphql.cursor.PageInfo;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Tie;
import org.jspecify.annotations.Nullable;

/** A page of co-authors. */
record CoAuthorConnection(
        List<CoAuthorEdge> edges,
        PageInfo pageInfo,
        @Nullable Integer totalCount,
        int papersOverAuthorLimit,
        int papersWithoutYear) {

    static CoAuthorConnection of(CoAuthors coAuthors, PageRequest request) {
        Page<Tie> page = coAuthors.page(request);
        List<CoAuthorEdge> edges = new ArrayList<>();
        for (Tie tie : page.items()) {
            edges.add(new CoAuthorEdge(coAuthors, page.offset() + edges.size(), tie));
        }
        return new CoAuthorConnection(
                edges,
                PageInfo.of(page),
                page.total(),
                coAuthors.papersOverAuthorLimit(),
                coAuthors.papersWithoutYear());
    }
}
