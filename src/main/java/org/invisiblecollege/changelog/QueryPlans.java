package org.invisiblecollege.changelog;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.cypher.StatementFailed;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps query plans good while the graph grows quickly. Neo4j samples its indexes every few seconds and keeps a plan for ten;
 * until then, an index that was empty a moment ago seems free to scan, once for each row. Thread-safe.
 */
final class QueryPlans {

    private static final Logger LOG = LoggerFactory.getLogger(QueryPlans.class);

    private static final CypherFile COUNT_NODES = CypherFile.of(QueryPlans.class, "count-nodes");
    private static final CypherFile PREPARE_REPLANNING = CypherFile.of(QueryPlans.class, "prepare-replanning");

    private static final int SECONDS_TO_SAMPLE = 10;

    private final Graph graph;
    private final ReentrantLock lock = new ReentrantLock();
    /** Nodes written, new or not, since plans were last cleared. */
    private long written;
    /** Nodes at the last count; the maximum if the database does not permit clearing plans. */
    private long nodes;

    QueryPlans(Graph graph) {
        this.graph = graph;
    }

    /** Clears cached plans once the nodes written since the last clearing exceed half the nodes of the graph. */
    void wrote(int touched) {
        if (touched == 0 || !lock.tryLock()) {
            return;
        }
        try {
            written += touched;
            if (exceedsHalf()) {
                nodes = graph.one(COUNT_NODES, Map.of(), row -> row.get("nodes").asLong());
                if (exceedsHalf()) {
                    graph.change(PREPARE_REPLANNING, Map.of("seconds", SECONDS_TO_SAMPLE), row -> row);
                    written = 0;
                }
            }
        } catch (StatementFailed e) {
            // The data is written; with old plans loading is only slower.
            LOG.debug("Cached query plans were not cleared", e);
            written = 0;
            if (isForbidden(e)) {
                nodes = Long.MAX_VALUE;
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean isForbidden(StatementFailed failure) {
        return failure.getCause() instanceof Neo4jException refusal
                && (refusal.code().startsWith("Neo.ClientError.Security.")
                        || refusal.code().equals("Neo.ClientError.Procedure.ProcedureNotFound"));
    }

    private boolean exceedsHalf() {
        return written >= nodes / 2;
    }
}
