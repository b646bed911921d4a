package org.invisiblecollege.venue;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.kernel.DomainException;
import org.springframework.stereotype.Repository;

/** Reads venues from the graph; counts their papers in the index. */
@Repository
public class Venues {

    private static final CypherFile BY_IDS = CypherFile.of(Venues.class, "by-ids");

    private final Graph graph;
    private final LiveIndex index;

    Venues(Graph graph, LiveIndex index) {
        this.graph = graph;
        this.index = index;
    }

    /** Returns the venues that exist among some ids, by id. */
    public Map<String, Venue> byIds(Collection<String> ids) {
        return graph.byKey(
                BY_IDS,
                Map.of("ids", ids),
                "id",
                row -> new Venue(
                        row.get("id").asString(), row.get("name").asString(), Columns.strings(row, "acronyms")));
    }

    /**
     * Returns how many papers were published in some venues, by venue id.
     *
     * @throws DomainException INDEX_NOT_READY
     */
    public Map<String, Integer> paperCounts(Collection<String> ids) {
        NodeSet venues = index.current().venues();
        Map<String, Integer> counts = new HashMap<>();
        for (String id : ids) {
            int venue = venues.ids().find(id);
            counts.put(id, venue < 0 ? 0 : venues.papers().size(venue));
        }
        return counts;
    }
}
