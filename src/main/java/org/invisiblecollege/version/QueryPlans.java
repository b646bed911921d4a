package org.invisiblecollege.version;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.cypher.StatementFailed;
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
    /** Written since the plans were made. */
    private long written;
    /** What the graph had when it was counted last; never, once the database does not let us. */
    private long nodes;

    QueryPlans(Graph graph) {
        this.graph = graph;
    }

    /** Has statements planned anew where half the graph is new to the plans there are. */
    void wrote(int touched) {
        if (touched == 0 || !lock.tryLock()) {
            return;
        }
        try {
            written += touched;
            if (isMostlyNew()) {
                nodes = graph.one(COUNT_NODES, Map.of(), row -> row.get("nodes").asLong());
                if (isMostlyNew()) {
                    graph.list(PLAN_ANEW, Map.of("seconds", SECONDS_TO_SAMPLE), row -> row);
                    written = 0;
                }
            }
        } catch (StatementFailed e) {
            // The data is written, and without the right to do this it is only slower.
            LOG.debug("Statements are not planned anew", e);
            nodes = Long.MAX_VALUE;
        } finally {
            lock.unlock();
        }
    }

    private boolean isMostlyNew() {
        return written >= nodes / 2;
    }
}
