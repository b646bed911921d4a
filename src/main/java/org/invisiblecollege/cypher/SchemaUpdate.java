package org.invisiblecollege.cypher;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The migration of the schema in a thread of its own, so that the rest of the application is made meanwhile. Whoever needs the
 * graph waits for it, and the application does not start without it.
 */
final class SchemaUpdate implements SmartLifecycle {

    private final Thread thread;
    private volatile boolean isDone;
    private volatile @Nullable Throwable failure;

    SchemaUpdate(SchemaMigrations migrations) {
        thread = Thread.ofPlatform().daemon().name("schema").start(() -> update(migrations));
    }

    private void update(SchemaMigrations migrations) {
        try {
            migrations.applyNew();
            isDone = true;
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /**
     * Waits until the schema is up to date.
     *
     * @throws RuntimeException what {@link SchemaMigrations#apply} threw
     */
    void await() {
        if (isDone) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            // Ctrl-C while another process migrates; the thread ends its own waiting.
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", e);
        }
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    @Override
    public void start() {
        await();
    }

    @Override
    public void stop() {
        // Nothing runs on.
    }

    @Override
    public boolean isRunning() {
        return isDone;
    }

    /** Comes before everything that reads the graph. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
