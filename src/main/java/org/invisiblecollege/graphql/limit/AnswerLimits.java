package org.invisiblecollege.graphql.limit;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.normalized.ExecutableNormalizedOperationFactory.Options;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.invisiblecollege.access.Caller;
import org.invisiblecollege.access.Role;
import org.invisiblecollege.graphql.error.Errors;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses operations with arguments that are too long or whose response could cost too much, and has those with a large one wait
 * for a permit. Says in each answer what it was estimated to cost. What counts is the operation with its fragments spread.
 */
public final class AnswerLimits extends SimplePerformantInstrumentation {

    /** Fields whose values change without a new version of the graph. */
    private static final Set<String> WITHOUT_VERSION = Set.of("ingestRun", "ingestRuns", "apiKeys", "auditLog");

    private final GraphQlProperties properties;
    private final RequestLimits limits;
    private final LargeAnswers largeAnswers;

    public AnswerLimits(GraphQlProperties properties, RequestLimits limits, LargeAnswers largeAnswers) {
        this.properties = properties;
        this.limits = limits;
        this.largeAnswers = largeAnswers;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        ExecutableNormalizedOperation operation = spread(context);
        context.getGraphQLContext().put(ExecutableNormalizedOperation.class, operation);
        new ArgumentLimits(limits, context.getGraphQLSchema()).check(operation);
        Caller caller = context.getGraphQLContext().get(Caller.class);
        Role role = caller == null ? Role.READER : caller.role();
        int allowed = properties.maxCost(role);
        AnswerCost.Estimate estimate = new AnswerCost(context.getGraphQLSchema()).of(operation);
        boolean isOfOneVersion = operation.getTopLevelFields().stream()
                .noneMatch(field -> WITHOUT_VERSION.contains(field.getFieldName()));
        AnswerFacts facts = new AnswerFacts(estimate.cost(), allowed, estimate.costliest(), isOfOneVersion);
        context.getGraphQLContext().put(AnswerFacts.class, facts);
        RequestLimits.check("Cost of the response", facts.cost(), allowed, GraphQlProperties.maxCostSetting(role));
        return facts.cost() < Math.min(LargeAnswers.MIN_LARGE_COST, allowed)
                ? SimpleInstrumentationContext.noOp()
                : holding(acquire());
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        AnswerFacts facts = parameters.getGraphQLContext().get(AnswerFacts.class);
        return CompletableFuture.completedFuture(
                facts == null ? result : result.transform(builder -> builder.addExtension("cost", facts.extension())));
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
            throw Errors.aborting(e);
        }
    }
}
