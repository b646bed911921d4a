package org.invisiblecollege.graphql.limit;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.QueryComplexityInfo;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses documents whose response could be too large, and has those with a large one wait for a permit. {@link AnswerSize}
 * estimates the size.
 */
public final class AnswerLimits extends MaxQueryComplexityInstrumentation {

    private final int maxValues;
    private final LargeAnswers largeAnswers;

    /** Marks the context of a request whose response may be large. */
    private enum Mark {
        LARGE
    }

    /**
     * Creates the limits.
     *
     * @param maxValues values a response has at most
     */
    public AnswerLimits(int maxValues, LargeAnswers largeAnswers) {
        super(
                Math.min(LargeAnswers.MIN_LARGE_VALUES, maxValues),
                new AnswerSize(maxValues),
                info -> isTooLarge(info, maxValues));
        this.maxValues = maxValues;
        this.largeAnswers = largeAnswers;
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
        LargeAnswers.Permit permit = acquire();
        return new InstrumentationContext<>() {
            @Override
            public void onDispatched() {
                // The permit was acquired before.
            }

            @Override
            public void onCompleted(@Nullable ExecutionResult result, @Nullable Throwable thrown) {
                permit.close();
            }
        };
    }

    private LargeAnswers.Permit acquire() {
        try {
            return largeAnswers.acquire();
        } catch (DomainException e) {
            throw new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                    .message("%s", e.getMessage())
                    .errorType(ErrorType.ExecutionAborted)
                    .extensions(Map.of("code", e.code()))
                    .build()));
        }
    }
}
