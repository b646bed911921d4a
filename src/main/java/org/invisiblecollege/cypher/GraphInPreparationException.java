package org.invisiblecollege.cypher;

import java.time.Duration;

/** The lock of the schema's migrations is held by another process, or by one that was killed. */
final class GraphInPreparationException extends RuntimeException {

    /** Without a cause, so that this is what a failed start tells. */
    GraphInPreparationException(Duration waited) {
        super(
                ("Another process has been preparing the graph for %d s, or was killed while it did. If none is running and no"
                                + " index is being built, run MATCH (l:__Neo4jMigrationsLock) DELETE l on the graph, and start again.")
                        .formatted(waited.toSeconds()));
    }
}
