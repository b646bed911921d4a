package org.invisiblecollege.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** An embedded Neo4j that is being started in a thread of its own. Thread-safe. */
final class PendingNeo4j {

    private final CompletableFuture<EmbeddedNeo4j> started = new CompletableFuture<>();

    PendingNeo4j(Supplier<EmbeddedNeo4j> start) {
        Thread.ofPlatform().daemon().name("embedded").start(() -> {
            try {
                started.complete(start.get());
            } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
            }
        });
    }

    /**
     * Waits until it has started.
     *
     * @throws RuntimeException what {@link EmbeddedNeo4j#start} threw
     */
    EmbeddedNeo4j get() {
        try {
            return started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Stops it when it has started, for an application that failed meanwhile. */
    void close() {
        started.thenAccept(EmbeddedNeo4j::close).exceptionally(failure -> null).join();
    }
}
