package org.invisiblecollege.ingest.run;

import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;

/** Holds the load lock until it is closed or the database ends its transaction. */
record LockHandle(Graph.Hold hold) implements AutoCloseable {

    private static final CypherFile HAS_LOCK = CypherFile.of(LockHandle.class, "has-lock");

    /** Whether the lock is still held. A call now and then also keeps the connection alive. */
    boolean isHeld() {
        return hold.answers(HAS_LOCK);
    }

    @Override
    public void close() {
        hold.close();
    }
}
