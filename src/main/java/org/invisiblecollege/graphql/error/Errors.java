package org.invisiblecollege.graphql.error;

import graphql.ErrorClassification;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.kernel.DomainException;
import org.springframework.graphql.execution.ErrorType;

/** Converts errors of the domain to those of GraphQL. */
public final class Errors {

    private Errors() {}

    /** Returns an exception that ends a request before its first field is fetched. */
    public static AbortExecutionException aborting(DomainException why) {
        return new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                .message("%s", why.getMessage())
                .errorType(type(why))
                .extensions(extensions(why))
                .build()));
    }

    static Map<String, Object> extensions(DomainException why) {
        Map<String, Object> extensions = new HashMap<>(why.properties());
        extensions.put("code", why.code());
        return extensions;
    }

    static ErrorClassification type(DomainException why) {
        return switch (why.kind()) {
            case NOT_FOUND -> ErrorType.NOT_FOUND;
            case INVALID, CONFLICT -> ErrorType.BAD_REQUEST;
            case NOT_READY -> ErrorType.INTERNAL_ERROR;
            case REFUSED -> why.code().equals("FORBIDDEN") ? ErrorType.FORBIDDEN : ErrorType.UNAUTHORIZED;
        };
    }
}
