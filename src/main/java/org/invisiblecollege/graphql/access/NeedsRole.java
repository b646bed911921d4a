package org.invisiblecollege.graphql.access;

import graphql.GraphQLContext;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.invisiblecollege.access.Access;
import org.invisiblecollege.access.AuditLog;
import org.invisiblecollege.access.Caller;
import org.invisiblecollege.access.Role;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directive {@code @needs} of the schema: a field is fetched only for a caller with the role, at the time when it is fetched,
 * so that a key revoked by one field of a mutation does not work in the next. What mutations did is recorded.
 */
@Component
class NeedsRole implements SchemaDirectiveWiring {

    static final String NAME = "needs";

    private static final String INTERNAL_ERROR = "INTERNAL_ERROR";
    private static final String ROLE = "role";

    private final Access access;
    private final JsonMapper json;

    NeedsRole(Access access, JsonMapper json) {
        this.access = access;
        this.json = json;
    }

    /** Returns the role that a field needs. */
    static Role of(GraphQLFieldDefinition field) {
        var needs = field.getAppliedDirective(NAME);
        return needs == null
                ? Role.READER
                : Role.valueOf(needs.getArgument(ROLE).<Object>getValue().toString());
    }

    /** Returns who sent a request; someone without a key if it did not come over HTTP. */
    static Caller caller(GraphQLContext context) {
        Caller known = context.get(Caller.class);
        return known == null ? Caller.anonymous("local") : known;
    }

    @Override
    public GraphQLFieldDefinition onField(SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> wiring) {
        Role needed = of(wiring.getElement());
        boolean isChange =
                ((GraphQLNamedType) wiring.getFieldsContainer()).getName().equals("Mutation");
        DataFetcher<?> fetcher = wiring.getFieldDataFetcher();
        return wiring.setFieldDataFetcher(field -> {
            Caller caller = caller(field.getGraphQlContext());
            String name = field.getField().getName();
            try {
                access.require(caller, needed, name);
            } catch (DomainException e) {
                access.recordRefusal(caller, name, arguments(field), e.code());
                throw e;
            }
            return isChange ? recorded(fetcher, field, caller, name) : fetcher.get(field);
        });
    }

    private @Nullable Object recorded(DataFetcher<?> change, DataFetchingEnvironment field, Caller caller, String name)
            throws Exception {
        String arguments = arguments(field);
        Object result;
        try {
            result = change.get(field);
        } catch (Exception e) {
            access.recordAction(caller, name, arguments, code(e));
            throw e;
        }
        CompletionStage<?> later = result instanceof Mono<?> mono
                ? mono.toFuture()
                : result instanceof CompletionStage<?> stage ? stage : null;
        if (later != null) {
            return later.whenComplete((value, failure) ->
                    access.recordAction(caller, name, arguments, failure == null ? outcome(value) : code(failure)));
        }
        access.recordAction(caller, name, arguments, outcome(result));
        return result;
    }

    /** Returns how a change ended whose errors may have been handled where they occurred. */
    private static String outcome(@Nullable Object result) {
        if (!(result instanceof DataFetcherResult<?> handled) || !handled.hasErrors()) {
            return AuditLog.DONE;
        }
        Map<String, Object> extensions = handled.getErrors().getFirst().getExtensions();
        return extensions == null ? INTERNAL_ERROR : String.valueOf(extensions.getOrDefault("code", INTERNAL_ERROR));
    }

    private @Nullable String arguments(DataFetchingEnvironment field) {
        return field.getArguments().isEmpty() ? null : json.writeValueAsString(field.getArguments());
    }

    private static String code(Throwable failure) {
        Throwable cause = failure instanceof CompletionException
                ? Objects.requireNonNullElse(failure.getCause(), failure)
                : failure;
        return cause instanceof DomainException known ? known.code() : INTERNAL_ERROR;
    }
}
