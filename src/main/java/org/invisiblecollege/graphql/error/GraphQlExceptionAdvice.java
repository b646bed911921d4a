package org.invisiblecollege.graphql.error;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.UUID;
import org.invisiblecollege.kernel.CancelledException;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * Maps exceptions to errors with a stable {@code extensions.code}. An unexpected one is logged, and the client gets the id of
 * the log entry.
 */
@ControllerAdvice
class GraphQlExceptionAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(GraphQlExceptionAdvice.class);

    @GraphQlExceptionHandler
    GraphQLError domain(DomainException exception, DataFetchingEnvironment environment) {
        return error(
                environment,
                String.valueOf(exception.getMessage()),
                Errors.type(exception),
                Errors.extensions(exception));
    }

    /** Handles the end of a field that is no longer wanted, as the work or the engine notices it; the whole answer says why. */
    @GraphQlExceptionHandler({CancelledException.class, AbortExecutionException.class})
    GraphQLError cancelled(DataFetchingEnvironment environment) {
        return error(environment, "The request was cancelled.", ErrorType.INTERNAL_ERROR, Map.of("code", "CANCELLED"));
    }

    /** Handles an argument that cannot be bound; its own constructor may have rejected it. */
    @GraphQlExceptionHandler
    GraphQLError bindingFailed(BindException exception, DataFetchingEnvironment environment) {
        DomainException known = cause(exception, DomainException.class);
        if (known != null) {
            return domain(known, environment);
        }
        return error(
                environment,
                "Some arguments have values that cannot be read: "
                        + exception.getFieldErrors().stream()
                                .map(each -> each.getField())
                                .toList(),
                ErrorType.BAD_REQUEST,
                Map.of("code", "INVALID_ARGUMENT"));
    }

    @GraphQlExceptionHandler
    GraphQLError unexpected(Exception exception, DataFetchingEnvironment environment) {
        DomainException known = cause(exception, DomainException.class);
        if (known != null) {
            return domain(known, environment);
        }
        if (cause(exception, CancelledException.class) != null) {
            return cancelled(environment);
        }
        String id = UUID.randomUUID().toString();
        LOG.error("error={} path={}", id, environment.getExecutionStepInfo().getPath(), exception);
        return error(
                environment,
                "An internal error occurred; the service's log describes it under error=" + id + ".",
                ErrorType.INTERNAL_ERROR,
                Map.of("code", "INTERNAL_ERROR", "id", id));
    }

    private static <E extends Exception> @Nullable E cause(Throwable exception, Class<E> type) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static GraphQLError error(
            DataFetchingEnvironment environment,
            String message,
            ErrorClassification type,
            Map<String, Object> extensions) {
        return GraphqlErrorBuilder.newError(environment)
                .message("%s", message)
                .errorType(type)
                .extensions(extensions)
                .build();
    }
}
