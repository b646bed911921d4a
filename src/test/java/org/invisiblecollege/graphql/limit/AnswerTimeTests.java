package org.invisiblecollege.graphql.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.invisiblecollege.kernel.Cancellation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Mono;

class AnswerTimeTests {

    private static final String QUESTION = "{ __typename }";

    private final WebGraphQlRequest question = new WebGraphQlRequest(
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

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private @Nullable RunningRequests requests;

    @AfterEach
    void stop() {
        if (requests != null) {
            requests.stop();
        }
    }

    private AnswerTime answerTime(Duration timeout) {
        requests = new RunningRequests(timeout, meters);
        requests.start();
        return new AnswerTime(requests);
    }

    private static Map<String, Object> asMap(Mono<WebGraphQlResponse> answer) {
        return Objects.requireNonNull(answer.block()).toMap();
    }

    /** An answer that is given to another thread passes all filters again. */
    @Test
    void anAnswerFromAnotherThreadIsWaitedFor() {
        assertThat(answerTime(Duration.ofMinutes(1))
                        .intercept(question, request -> Mono.just(ANSWER).delayElement(Duration.ofMillis(50)))
                        .toFuture())
                .isCompletedWithValue(ANSWER);
        assertThat(meters.find("college.requests.cancelled").counter()).isNull();
        assertThat(meters.get("college.requests.running").gauge().value()).isZero();
    }

    @Test
    void aRequestThatTakesTooLongEndsWithOneError() {
        Mono<WebGraphQlResponse> answer = answerTime(Duration.ofMillis(50))
                .intercept(
                        question,
                        request -> Mono.fromSupplier(() -> {
                            while (true) {
                                Cancellation.current().check();
                            }
                        }));
        assertThat(asMap(answer))
                .containsEntry("data", null)
                .extractingByKey("errors")
                .isEqualTo(List.of(Map.of(
                        "message",
                        "The answer would have taken longer than 0.05 s, the longest time for a request; ask for less, or"
                                + " raise college.graphql.timeout.",
                        "locations",
                        List.of(),
                        "extensions",
                        Map.of(
                                "code",
                                "TIMEOUT",
                                "allowed",
                                "0.05 s",
                                "setting",
                                "college.graphql.timeout",
                                "classification",
                                "ExecutionAborted"))));
        assertThat(meters.get("college.requests.cancelled")
                        .tag("reason", "TIMEOUT")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theEngineIsAskedToFetchNoMoreFields() {
        Mono<WebGraphQlResponse> answer = answerTime(Duration.ofMillis(50))
                .intercept(
                        question,
                        request -> Mono.fromSupplier(() -> {
                            ExecutionInput input = request.toExecutionInput();
                            while (!input.isCancelled()) {
                                Thread.onSpinWait();
                            }
                            throw new IllegalStateException("The test's engine was cancelled");
                        }));
        assertThat(asMap(answer)).extractingByKey("errors").asString().contains("TIMEOUT");
    }

    @Test
    void anAnswerThatIsThereIsGivenEvenIfItsTimeIsOver() {
        Mono<WebGraphQlResponse> answer = answerTime(Duration.ofMillis(1))
                .intercept(
                        question,
                        request -> Mono.fromSupplier(() -> {
                            while (Cancellation.current().reason() == null) {
                                Thread.onSpinWait();
                            }
                            return ANSWER;
                        }));
        assertThat(answer.block()).isSameAs(ANSWER);
    }

    @Test
    void aServiceThatStopsSaysSo() {
        AnswerTime answerTime = answerTime(Duration.ofMinutes(1));
        Mono<WebGraphQlResponse> answer = answerTime.intercept(
                question,
                request -> Mono.fromSupplier(() -> {
                    Objects.requireNonNull(requests).stop();
                    Cancellation.current().check();
                    return ANSWER;
                }));
        assertThat(asMap(answer))
                .extractingByKey("errors")
                .asString()
                .contains("The service is stopping; ask again when it has started.", "BUSY");
    }

    @Test
    void failuresOfOthersStayFailures() {
        assertThatThrownBy(() -> answerTime(Duration.ofMinutes(1))
                        .intercept(question, request -> Mono.error(new IllegalArgumentException("the test's")))
                        .block())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theContextReachesTheRequest() {
        Mono<WebGraphQlResponse> answer = answerTime(Duration.ofMinutes(1))
                .intercept(
                        question,
                        request -> Mono.deferContextual(
                                context -> context.hasKey("observation") ? Mono.just(ANSWER) : Mono.empty()))
                .contextWrite(context -> context.put("observation", "of the request"));
        assertThat(answer.toFuture()).isCompletedWithValue(ANSWER);
    }
}
