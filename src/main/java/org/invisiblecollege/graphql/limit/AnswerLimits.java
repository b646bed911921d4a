package org.invisiblecollege.graphql.limit;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.normalized.ExecutableNormalizedOperationFactory.Options;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses operations with arguments that are too long or whose response could be too large, and has those with a large one wait
 * for a permit. {@link AnswerSize} estimates the size. What counts is the operation with its fragments spread.
 */
public final class AnswerLimits extends SimplePerformantInstrumentation {

    private final int maxValues;
    private final RequestLimits limits;
    private final LargeAnswers largeAnswers;

    /**
     * Creates the limits.
     *
     * @param maxValues values a response has at most
     */
    public AnswerLimits(int maxValues, RequestLimits limits, LargeAnswers largeAnswers) {
        this.maxValues = maxValues;
        this.limits = limits;
        this.largeAnswers = largeAnswers;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        ExecutableNormalizedOperation operation = spread(context);
        new ArgumentLimits(limits, context.getGraphQLSchema()).check(operation);
        long values = new AnswerSize(maxValues, context.getGraphQLSchema()).of(operation);
        RequestLimits.check("Values of the response", values, maxValues, "max-values");
        return values < Math.min(LargeAnswers.MIN_LARGE_VALUES, maxValues)
                ? SimpleInstrumentationContext.noOp()
                : holding(acquire());
    }

    private ExecutableNormalizedOperation spread(ExecutionContext context) {
        try {
            return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                    context.getGraphQLSchema(),
                    context.getOperationDefinition(),
                    context.getFragmentsByName(),
                    context.getCoercedVariables(),
                    Options.defaultOptions().maxFieldsCount(limits.maxFields()));
        } catch (AbortExecutionException e) {
            throw RequestLimits.exceeded(
                    "Fields with fragments spread", limits.maxFields() + 1L, limits.maxFields(), "limits.max-fields");
        }
    }

    private static InstrumentationContext<ExecutionResult> holding(LargeAnswers.Permit permit) {
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
