package org.invisiblecollege.graphql.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

class AnswerTimeTests {

    private static final String QUESTION = "{ __typename }";

    private static final WebGraphQlRequest REQUEST = new WebGraphQlRequest(
            URI.create("http://localhost/graphql"),
            new HttpHeaders(),
            new LinkedMultiValueMap<>(),
            null,
            Map.of(),
            new DefaultGraphQlRequest(QUESTION),
            "1",
            Locale.ROOT);

    private static final WebGraphQlResponse ANSWER = new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
            ExecutionInput.newExecutionInput(QUESTION).build(),
            ExecutionResult.newExecutionResult().data(Map.of()).build()));

    /** An answer that is given to another thread passes all filters again. */
    @Test
    void anAnswerFromAnotherThreadIsWaitedFor() {
        assertThat(new AnswerTime(Duration.ofMinutes(1))
                        .intercept(REQUEST, request -> Mono.just(ANSWER).delayElement(Duration.ofMillis(50)))
                        .toFuture())
                .isCompletedWithValue(ANSWER);
    }

    @Test
    void aRequestThatTakesTooLongIsAborted() {
        AtomicBoolean isCancelled = new AtomicBoolean();
        Mono<WebGraphQlResponse> answer = new AnswerTime(Duration.ofMillis(50))
                .intercept(
                        REQUEST, request -> Mono.<WebGraphQlResponse>never().doOnCancel(() -> isCancelled.set(true)));
        assertThatThrownBy(answer::block)
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        aborted -> assertThat(aborted.getStatusCode()).isEqualTo(HttpStatus.REQUEST_TIMEOUT));
        assertThat(isCancelled).isTrue();
    }

    @Test
    void theContextReachesTheRequest() {
        Mono<WebGraphQlResponse> answer = new AnswerTime(Duration.ofMinutes(1))
                .intercept(
                        REQUEST,
                        request -> Mono.deferContextual(
                                context -> context.hasKey("observation") ? Mono.just(ANSWER) : Mono.empty()))
                .contextWrite(context -> context.put("observation", "of the request"));
        assertThat(answer.toFuture()).isCompletedWithValue(ANSWER);
    }
}
