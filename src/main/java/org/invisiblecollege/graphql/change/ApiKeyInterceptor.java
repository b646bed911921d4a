package org.invisiblecollege.graphql.change;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.access.ApiKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Refuses every operation except a query unless the request has a valid key. It checks the operation that is about to be
 * executed, so that no form of a document evades it, and refuses before the first field is fetched.
 */
// Before a large answer acquires its permit, which a refused one would not release.
@Order(0)
@Component
class ApiKeyInterceptor extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {

    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;

    /** The key of a request; it has its own type, so that no other entry of the context can be mistaken for it. */
    private record Presented(String key) {

        @Override
        public String toString() {
            return "Presented";
        }
    }

    ApiKeyInterceptor(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            Presented presented =
                    new Presented(header.substring(SCHEME.length()).strip());
            request.configureExecutionInput((input, builder) ->
                    builder.graphQLContext(Map.of(Presented.class, presented)).build());
        }
        return chain.next(request);
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        Operation operation =
                parameters.getExecutionContext().getOperationDefinition().getOperation();
        if (operation != Operation.QUERY) {
            check(parameters.getExecutionContext().getGraphQLContext());
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private void check(GraphQLContext context) {
        Presented presented = context.get(Presented.class);
        if (presented != null && keys.accepts(presented.key)) {
            return;
        }
        String problem = presented == null ? "A mutation needs an API key" : "The API key is not valid";
        throw new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                .message("%s; send one in the header Authorization: Bearer <key>.", problem)
                .errorType(ErrorType.UNAUTHORIZED)
                .extensions(Map.of("code", "UNAUTHENTICATED"))
                .build()));
    }
}
