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
 * Keeps the database's plans fit for a graph that grows quickly. Neo4j samples its indexes every few seconds and keeps a
 * plan for ten; in between, an index that was empty a moment ago seems to cost nothing to read whole, once for each row.
 * Thread-safe.
 */
final class QueryPlans {

    private static final Logger LOG = LoggerFactory.getLogger(QueryPlans.class);

    private static final CypherFile COUNT_NODES = CypherFile.of(QueryPlans.class, "count-nodes");
    private static final CypherFile PLAN_ANEW = CypherFile.of(QueryPlans.class, "plan-anew");

    private static final int SECONDS_TO_SAMPLE = 10;

    private final Graph graph;
    private final ReentrantLock lock = new ReentrantLock();
    /** Nodes written, new or not, since the plans were made. */
    private long written;
    /** What the graph had when it was counted last; more than can be, where the database does not let us. */
    private long nodes;

    QueryPlans(Graph graph) {
        this.graph = graph;
    }

    /** Has statements planned anew where half as many nodes were written as there are. */
    void wrote(int touched) {
        if (touched == 0 || !lock.tryLock()) {
            return;
        }
        try {
            written += touched;
            if (isMuch()) {
                nodes = graph.one(COUNT_NODES, Map.of(), row -> row.get("nodes").asLong());
                if (isMuch()) {
                    graph.change(PLAN_ANEW, Map.of("seconds", SECONDS_TO_SAMPLE), row -> row);
                    written = 0;
                }
            }
        } catch (StatementFailed e) {
            // The data is written; without new plans loading is only slower.
            LOG.debug("Statements are not planned anew", e);
            written = 0;
            if (isRefused(e)) {
                nodes = Long.MAX_VALUE;
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean isRefused(StatementFailed failure) {
        return failure.getCause() instanceof Neo4jException refusal
                && (refusal.code().startsWith("Neo.ClientError.Security.")
                        || refusal.code().equals("Neo.ClientError.Procedure.ProcedureNotFound"));
    }

    private boolean isMuch() {
        return written >= nodes / 2;
    }
}
