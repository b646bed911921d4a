package org.invisiblecollege.graphql.access;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLSchema;
import java.util.Locale;
import java.util.Map;
import org.invisiblecollege.access.Access;
import org.invisiblecollege.access.Caller;
import org.invisiblecollege.access.Role;
import org.invisiblecollege.graphql.error.Errors;
import org.invisiblecollege.http.Channel;
import org.invisiblecollege.http.RequestRate;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses operations that their channel cannot carry or that their caller may not ask for. It checks the operation that is about
 * to be executed, so that no form of a document evades it, and refuses before the first field is fetched.
 */
// Before a large answer acquires its permit, which a refused one would not release.
@Order(0)
@Component
@ConditionalOnWebApplication
class OperationChecks extends SimplePerformantInstrumentation {

    private final Access access;

    private final RequestRate rate;

    OperationChecks(Access access, RequestRate rate) {
        this.access = access;
        this.rate = rate;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        Operation operation = execution.getOperationDefinition().getOperation();
        GraphQLContext context = execution.getGraphQLContext();
        Channel channel = context.get(Channel.class);
        if (channel != null && !channel.carries(operation.name())) {
            throw Errors.aborting(new DomainException(
                    ErrorKind.INVALID,
                    "METHOD_NOT_ALLOWED",
                    "%s cannot carry a %s; %s."
                            .formatted(
                                    channel.title(),
                                    operation.name().toLowerCase(Locale.ROOT),
                                    operation == Operation.SUBSCRIPTION
                                            ? "accept text/event-stream, or use a WebSocket"
                                            : "send a POST that accepts JSON"),
                    Map.of()));
        }
        Caller caller = NeedsRole.caller(context);
        if (channel == Channel.WEB_SOCKET) {
            // Requests over HTTP are counted before they are read.
            aborting(() -> rate.count(caller));
        }
        if (operation == Operation.MUTATION) {
            // Fields are looked at only for those who are known, since that takes time.
            check(caller, Role.CURATOR, "mutation");
            GraphQLSchema schema = execution.getGraphQLSchema();
            for (ExecutableNormalizedField field :
                    execution.getNormalizedQueryTree().get().getTopLevelFields()) {
                check(caller, NeedsRole.of(field.getFieldDefinitions(schema).getFirst()), field.getFieldName());
            }
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private static void aborting(Runnable check) {
        try {
            check.run();
        } catch (DomainException e) {
            throw Errors.aborting(e);
        }
    }

    private void check(Caller caller, Role needed, String field) {
        try {
            access.require(caller, needed, field.equals("mutation") ? "A mutation" : field);
        } catch (DomainException e) {
            access.recordRefusal(caller, field, null, e.code());
            throw Errors.aborting(e);
        }
    }
}
