package org.invisiblecollege.cypher;

import java.time.Duration;

/** Another process holds the lock of the schema migrations, or was killed while it did. */
final class GraphInPreparationException extends RuntimeException {

    /** Has no cause, so that a failed start reports this message. */
    GraphInPreparationException(Duration waited) {
        super(("Another process has been migrating the schema for %d s, or was killed while it did. If none is running"
                        + " and no index is being built, run MATCH (l:__Neo4jMigrationsLock) DELETE l on the graph and start"
                        + " again.")
                .formatted(waited.toSeconds()));
    }
}
