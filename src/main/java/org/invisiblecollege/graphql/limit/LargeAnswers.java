package org.invisiblecollege.graphql.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;

/**
 * Limits how many large answers, responses and files, are computed at the same time, so that small ones still get processor
 * time. Thread-safe.
 */
public final class LargeAnswers {

    /** Cost from which an answer is large, as estimated by {@link AnswerCost}: about a quarter of a second of processor time. */
    public static final int MIN_LARGE_COST = 50_000;

    /** The message for a request that comes too late. */
    static final String STOPPING = "The service is stopping; ask again when it has started.";

    private final Duration maxWait;
    private final Semaphore permits;

    /**
     * Creates the permits.
     *
     * @param atOnce how many large answers may be computed at the same time
     * @param maxWait how long an answer waits for a permit
     */
    public LargeAnswers(int atOnce, Duration maxWait) {
        this.maxWait = maxWait;
        this.permits = new Semaphore(atOnce, true);
    }

    /**
     * Waits for a permit.
     *
     * @throws DomainException BUSY if none becomes available in time
     */
    public Permit acquire() {
        Cancellation cancellation = Cancellation.current();
        if (!cancellation.waiting(() -> permits.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS))) {
            throw new DomainException(
                    ErrorKind.NOT_READY,
                    "BUSY",
                    "Other large answers are being computed; ask again in a moment, or ask for less.",
                    Map.of());
        }
        Permit permit = new Permit();
        // Cancelled work ends by itself and closes it, but a client may read slowly what was computed before.
        cancellation.onCancel(
                () -> CompletableFuture.delayedExecutor(RunningRequests.MAX_END.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(permit::close));
        return permit;
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
