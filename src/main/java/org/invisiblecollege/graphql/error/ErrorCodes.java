package org.invisiblecollege.graphql.error;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.kernel.Echo;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds a stable {@code extensions.code} to errors that arise before any field is fetched. */
@Component
class ErrorCodes implements WebGraphQlInterceptor {

    /** Part of graphql-java's message if a document has too many characters or tokens. */
    private static final String PARSING_CANCELLED = "parsing has been cancelled";

    /** Errors of a document repeat parts of it. */
    private static final int MAX_MESSAGE_LENGTH = 300;

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(response -> {
            List<GraphQLError> errors = response.getExecutionResult().getErrors();
            return errors.isEmpty()
                    ? response
                    : response.transform(builder -> builder.errors(
                            errors.stream().map(ErrorCodes::withCode).toList()));
        });
    }

    private static GraphQLError withCode(GraphQLError error) {
        Map<String, Object> extensions = new HashMap<>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        if (extensions.containsKey("code")) {
            return error;
        }
        extensions.put("code", code(error));
        return GraphqlErrorBuilder.newError()
                .message("%s", Echo.of(error.getMessage(), MAX_MESSAGE_LENGTH))
                .locations(error.getLocations())
                .path(error.getPath())
                .errorType(error.getErrorType())
                .extensions(extensions)
                .build();
    }

    private static String code(GraphQLError error) {
        if (error.getErrorType() == ErrorType.InvalidSyntax) {
            return error.getMessage().contains(PARSING_CANCELLED) ? "LIMIT_EXCEEDED" : "SYNTAX_ERROR";
        }
        if (error.getErrorType() == ErrorType.ValidationError) {
            return "VALIDATION_ERROR";
        }
        if (error.getErrorType() == ErrorType.ExecutionAborted) {
            return "LIMIT_EXCEEDED";
        }
        return "BAD_REQUEST";
    }
}
