package org.invisiblecollege.graphql.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;

/**
 * Limits how many large answers, responses and files, are computed at the same time, so that small ones still get processor
 * time. Thread-safe.
 */
public final class LargeAnswers {

    /** Cost from which an answer is large, as estimated by {@link AnswerCost}: about a quarter of a second of processor time. */
    public static final int MIN_LARGE_COST = 50_000;

    private final Duration maxHold;
    private final Semaphore permits;

    /**
     * Creates the permits.
     *
     * @param atOnce how many large answers may be computed at the same time
     * @param maxHold after which a permit is released by itself; an answer waits for one a third as long
     */
    public LargeAnswers(int atOnce, Duration maxHold) {
        this.maxHold = maxHold;
        this.permits = new Semaphore(atOnce, true);
    }

    /**
     * Waits for a permit.
     *
     * @throws DomainException BUSY if none becomes available in time
     */
    public Permit acquire() {
        try {
            if (!permits.tryAcquire(maxHold.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                throw busy("Other large answers are being computed; ask again in a moment, or ask for less.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy("The service is stopping; ask again when it has started.");
        }
        Permit permit = new Permit();
        // An abandoned execution may never complete, and a client may read slowly.
        CompletableFuture.delayedExecutor(maxHold.toMillis(), TimeUnit.MILLISECONDS)
                .execute(permit::close);
        return permit;
    }

    private static DomainException busy(String message) {
        return new DomainException(ErrorKind.NOT_READY, "BUSY", message, Map.of());
    }

    /** A permit to compute a large answer; closing it again has no effect. */
    public final class Permit implements AutoCloseable {

        private final AtomicBoolean isReleased = new AtomicBoolean();

        private Permit() {}

        @Override
        public void close() {
            if (isReleased.compareAndSet(false, true)) {
                permits.release();
            }
        }
    }
}
