package org.invisiblecollege.ingest;

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
 * turn is a lock of the database, so that it ends with the process that has it. Thread-safe.
 */
final class LoadTurns {

    private static final Logger LOG = LoggerFactory.getLogger(LoadTurns.class);

    private static final CypherFile TAKE_TURN = CypherFile.of(LoadTurns.class, "take-turn");

    /** A turn that is free takes less. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);

    private final Graph graph;

    LoadTurns(Graph graph) {
        this.graph = graph;
    }

    /** Waits for the loads of other processes. */
    Graph.Hold take() {
        CompletableFuture<Void> telling = CompletableFuture.runAsync(
                () -> LOG.info("Another process loads into this graph; waiting for its end"), SOON);
        try {
            return graph.hold(TAKE_TURN, Map.of());
        } finally {
            telling.cancel(false);
        }
    }
}
