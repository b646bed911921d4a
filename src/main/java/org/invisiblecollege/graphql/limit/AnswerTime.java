package org.invisiblecollege.graphql.limit;

import java.time.Duration;
import org.springframework.graphql.server.TimeoutWebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/**
 * Aborts requests that take too long. The thread of a request waits for the answer, which a virtual one does at no cost; if it
 * returned before, the container would dispatch the request a second time, through all filters, to write the answer.
 */
public final class AnswerTime implements WebGraphQlInterceptor {

    private final WebGraphQlInterceptor timeout;

    public AnswerTime(Duration timeout) {
        this.timeout = new TimeoutWebGraphQlInterceptor(timeout);
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(context -> Mono.justOrEmpty(
                timeout.intercept(request, chain).contextWrite(context).block()));
    }
}
