package org.invisiblecollege.organisation;

import java.util.Collection;
import java.util.Map;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/** Reads organisations from the graph; searches their names in the index. */
@Repository
public class Organisations {

    private static final CypherFile BY_IDS = CypherFile.of(Organisations.class, "by-ids");
    private static final CypherFile PAPER_COUNTS = CypherFile.of(Organisations.class, "paper-counts-of-many");

    private final Graph graph;
    private final LiveIndex index;

    Organisations(Graph graph, LiveIndex index) {
        this.graph = graph;
        this.index = index;
    }

    /** Returns the organisations that exist among some ids, by id. */
    public Map<String, Organisation> byIds(Collection<String> ids) {
        return graph.byKey(BY_IDS, Map.of("ids", ids), "id", Organisations::organisation);
    }

    /**
     * Returns the organisations with a name that has all words, abbreviated or not: exact names first, then by number of papers.
     * If there are none, organisations with similar names are returned.
     *
     * @throws DomainException INDEX_NOT_READY
     */
    public Page<Organisation> byName(String name, PageRequest page) {
        Page<String> found = index.names().organisations().pageOrAlike(name, page);
        return found.mapExisting(byIds(found.items())::get);
    }

    /** Returns how many papers name some organisations, for themselves or for an author, by organisation id. */
    public Map<String, Integer> paperCounts(Collection<String> ids) {
        return graph.byKey(
                PAPER_COUNTS, Map.of("ids", ids), "of", row -> row.get("papers").asInt());
    }

    private static Organisation organisation(Record row) {
        return new Organisation(
                row.get("id").asString(),
                row.get("name").asString(),
                Columns.strings(row, "aliases"),
                row.get("ror").asString(null),
                row.get("country").asString(null));
    }
}
