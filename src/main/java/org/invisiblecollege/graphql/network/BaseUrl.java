package org.invisiblecollege.graphql.network;

import graphql.GraphQLContext;
import java.net.URI;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the address that a request was sent to, for links in its response. */
@Component
class BaseUrl implements WebGraphQlInterceptor {

    private static final String KEY = "baseUrl";

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        URI uri = request.getUri().toUri();
        // What precedes the endpoint in the path is of a proxy.
        String prefix = uri.getPath().substring(0, Math.max(0, uri.getPath().lastIndexOf('/')));
        request.configureExecutionInput((input, builder) -> builder.graphQLContext(
                        Map.of(KEY, uri.getScheme() + "://" + uri.getAuthority() + prefix))
                .build());
        return chain.next(request);
    }

    /** Returns scheme, host, port and the prefix of a proxy; empty for a request that did not come over HTTP. */
    static String of(GraphQLContext context) {
        return context.getOrDefault(KEY, "");
    }
}
