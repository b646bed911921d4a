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
 * Allows one load at a time into one graph, across processes, because the papers and people that a load finds there must not
 * change under it. It is a lock of the database, which ends with the process that holds it, at the latest when the database
 * finds the connection dead. Thread-safe.
 */
final class LoadLock {

    private static final Logger LOG = LoggerFactory.getLogger(LoadLock.class);
    private static final CypherFile ACQUIRE_LOCK = CypherFile.of(LoadLock.class, "acquire-lock");

    /** A free lock is acquired sooner, so that nothing is logged. */
    private static final Executor DELAYED = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);

    private final Graph graph;

    LoadLock(Graph graph) {
        this.graph = graph;
    }

    /**
     * Waits for the loads of other processes.
     *
     * @throws org.invisiblecollege.cypher.StatementFailed also if this thread is interrupted, which it still is then
     */
    LockHandle acquire() {
        CompletableFuture<Void> notice = CompletableFuture.runAsync(
                () -> LOG.info("Waiting for another process to end its load into this graph"), DELAYED);
        try {
            return new LockHandle(graph.hold(ACQUIRE_LOCK, Map.of()));
        } finally {
            notice.cancel(false);
        }
    }

    /** Runs a load once other processes have ended theirs. */
    void whileHeld(Runnable load) {
        LockHandle handle = acquire();
        try {
            load.run();
        } finally {
            handle.close();
        }
    }
}
