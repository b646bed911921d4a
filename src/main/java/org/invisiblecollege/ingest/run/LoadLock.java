package org.invisiblecollege.ingest.run;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One load at a time into one graph, whatever process loads: who and what a load finds there must not change under it. A
 * turn is a lock of the database, so that it ends with the process that has it, at the latest when the database finds the
 * connection dead. Thread-safe.
 */
final class LoadLock {

    private static final Logger LOG = LoggerFactory.getLogger(LoadLock.class);

    private static final CypherFile TAKE_TURN = CypherFile.of(LoadLock.class, "take-turn");
    private static final CypherFile HAS_TURN = CypherFile.of(LoadLock.class, "has-turn");

    /** A turn that is free takes less. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);

    private final Graph graph;

    /** The right to load, until it is closed. */
    record Turn(Graph.Hold hold) implements AutoCloseable {

        /** Asking now and then also keeps the connection from being taken for a dead one. */
        boolean isKept() {
            return hold.answers(HAS_TURN);
        }

        @Override
        public void close() {
            hold.close();
        }
    }

    LoadLock(Graph graph) {
        this.graph = graph;
    }

    /**
     * Waits for the loads of other processes.
     *
     * @throws org.invisiblecollege.cypher.StatementFailed also when this thread is interrupted, which it still is then
     */
    Turn take() {
        CompletableFuture<Void> telling = CompletableFuture.runAsync(
                () -> LOG.info("Waiting for the turn to load; another process seems to be loading into this graph"),
                SOON);
        try {
            return new Turn(graph.hold(TAKE_TURN, Map.of()));
        } finally {
            telling.cancel(false);
        }
    }
}
