package org.invisiblecollege.cypher;

import java.time.Duration;

/** The lock of the schema's migrations is held by another process, or by one that was killed. */
final class GraphInPreparationException extends RuntimeException {

    GraphInPreparationException(Duration waited, Throwable cause) {
        super(
                ("Another process has been preparing the graph for %d s, or was killed while it did. If none is running, run"
                                + " MATCH (l:__Neo4jMigrationsLock) DELETE l on the graph, and start again.")
                        .formatted(waited.toSeconds()),
                cause);
    }
}
