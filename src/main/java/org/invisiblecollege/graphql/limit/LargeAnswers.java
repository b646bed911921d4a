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
 * Lets large answers, whether documents or files, be made only a few at a time, so that small ones beside them still find a
 * processor. Thread-safe.
 */
public final class LargeAnswers {

    /** Values from which on an answer is large, as {@link AnswerSize} reckons: about a second of a processor. */
    public static final int MIN_LARGE_VALUES = 50_000;

    private final Duration longestTurn;
    private final Semaphore permits;

    /**
     * Turns.
     *
     * @param atOnce large answers that are made at the same time
     * @param longestTurn after which a turn ends by itself; one waits a third of it for one's own
     */
    public LargeAnswers(int atOnce, Duration longestTurn) {
        this.longestTurn = longestTurn;
        this.permits = new Semaphore(atOnce, true);
    }

    /**
     * Waits for a turn.
     *
     * @throws DomainException BUSY if it does not come in time
     */
    public Turn begin() {
        try {
            if (!permits.tryAcquire(longestTurn.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                throw busy("Other large answers took all the time; ask again, or for less.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy("The service is stopping; ask again when it is back.");
        }
        Turn turn = new Turn();
        // An answer that was given up may never end, and a client may read as slowly as it likes.
        CompletableFuture.delayedExecutor(longestTurn.toMillis(), TimeUnit.MILLISECONDS)
                .execute(turn::close);
        return turn;
    }

    private static DomainException busy(String message) {
        return new DomainException(ErrorKind.NOT_READY, "BUSY", message, Map.of());
    }

    /** Someone's turn, which ends once, however often it is closed. */
    public final class Turn implements AutoCloseable {

        private final AtomicBoolean isOver = new AtomicBoolean();

        private Turn() {}

        @Override
        public void close() {
            if (isOver.compareAndSet(false, true)) {
                permits.release();
            }
        }
    }
}
