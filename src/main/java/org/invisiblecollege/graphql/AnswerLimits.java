package org.invisiblecollege.graphql;

import graphql.ExecutionResult;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.QueryComplexityInfo;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Refuses answers that would be too large, and lets large ones be made only a few at a time, so that small ones beside them
 * still find a processor. How large an answer can be is told by {@link AnswerSize}.
 */
final class AnswerLimits extends MaxQueryComplexityInstrumentation {

    /** A network of 1,000 people with 5,000 ties has as many. */
    private static final int LARGE = 50_000;

    private final int maxValues;
    private final Duration longest;
    private final Semaphore permits;

    /** In the context of a request whose answer may be large. */
    private enum Mark {
        LARGE
    }

    /**
     * Limits.
     *
     * @param maxValues values an answer may have at most
     * @param atOnce large answers that are made at the same time
     * @param timeout after which a request is given up; one waits a third of it for its turn
     */
    AnswerLimits(int maxValues, int atOnce, Duration timeout) {
        super(Math.min(LARGE, maxValues), new AnswerSize(maxValues), info -> isTooLarge(info, maxValues));
        this.maxValues = maxValues;
        this.longest = timeout;
        this.permits = new Semaphore(atOnce, true);
    }

    private static boolean isTooLarge(QueryComplexityInfo info, int maxValues) {
        if (info.getComplexity() <= maxValues) {
            info.getInstrumentationExecuteOperationParameters()
                    .getExecutionContext()
                    .getGraphQLContext()
                    .put(Mark.LARGE, true);
            return false;
        }
        return true;
    }

    @Override
    protected AbortExecutionException mkAbortException(int totalComplexity, int max) {
        return super.mkAbortException(totalComplexity, maxValues);
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        InstrumentationContext<ExecutionResult> context = super.beginExecuteOperation(parameters, state);
        if (!parameters.getExecutionContext().getGraphQLContext().hasKey(Mark.LARGE)) {
            return context;
        }
        waitForTurn();
        AtomicBoolean isOver = new AtomicBoolean();
        Runnable end = () -> {
            if (isOver.compareAndSet(false, true)) {
                permits.release();
            }
        };
        // A request that was given up may never complete; nobody waits for it any more.
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                .execute(end);
        return new InstrumentationContext<>() {
            @Override
            public void onDispatched() {
                // The turn began before.
            }

            @Override
            public void onCompleted(@Nullable ExecutionResult result, @Nullable Throwable thrown) {
                end.run();
            }
        };
    }

    private void waitForTurn() {
        try {
            if (!permits.tryAcquire(longest.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                throw new AbortExecutionException("Other large answers took all the time; ask again, or for less.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AbortExecutionException("The request was given up.");
        }
    }
}
