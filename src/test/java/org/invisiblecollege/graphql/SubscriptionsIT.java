package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.TestNeo4j;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Loads and the version of the graph, followed by event streams and WebSockets. */
@Neo4jTest
class SubscriptionsIT {

    private static final String RUN = "subscription { ingestRun(id: \\\"run-of-subscriptions\\\") { state percent } }";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Driver driver;

    @LocalServerPort
    private int port;

    @AfterEach
    void forgetAll() {
        run("MATCH (r:IngestRun {id: 'run-of-subscriptions'}) DELETE r");
    }

    @Test
    void aRunIsFollowedUntilItEndsByAnEventStream() throws Exception {
        record("RUNNING", 10);
        try (Stream<String> lines = events(RUN, null).body()) {
            BlockingQueue<String> data = new LinkedBlockingQueue<>();
            Thread reader = Thread.startVirtualThread(
                    () -> lines.filter(line -> line.startsWith("data:")).forEach(data::add));
            assertThat(next(data)).contains("\"ingestRun\":{\"state\":\"RUNNING\",\"percent\":10}");
            record("RUNNING", 60);
            assertThat(next(data)).contains("\"ingestRun\":{\"state\":\"RUNNING\",\"percent\":60}");
            record("DONE", 100);
            assertThat(next(data)).contains("\"ingestRun\":{\"state\":\"DONE\",\"percent\":100}");
            reader.join(30_000);
            assertThat(reader.isAlive()).isFalse();
        }
    }

    @Test
    void anUnknownRunIsAnError() throws Exception {
        try (Stream<String> lines =
                events("subscription { ingestRun(id: 1) { state } }", null).body()) {
            assertThat(lines.toList().toString()).contains("\"code\":\"NOT_FOUND\"");
        }
    }

    /** Clients send a request again when a stream breaks off. */
    @Test
    void aMutationIsNotCarriedOutForAnEventStream() throws Exception {
        String document = "mutation { createApiKey(label: \\\"x\\\") { key } }";
        try (Stream<String> lines =
                events(document, "Bearer " + TestNeo4j.API_KEY).body()) {
            assertThat(lines.toList().toString())
                    .contains("An event stream cannot carry a mutation")
                    .doesNotContain("\"data\":{\"");
        }
        assertThat(run("MATCH (k:ApiKey {label: 'x'}) RETURN k")).isZero();
    }

    /** Some clients ask everything by event streams. */
    @Test
    void theAnswerToAQueryIsAStreamOfOneEvent() throws Exception {
        try (Stream<String> lines = events("{ __typename }", null).body()) {
            List<String> events =
                    lines.filter(line -> line.startsWith("event:")).toList();
            assertThat(events).containsExactly("event:next", "event:complete");
        }
    }

    @Test
    void aSubscriptionOverAnOrdinaryPostIsRefused() throws Exception {
        HttpResponse<String> answer = http.send(
                post("subscription { indexVersion }")
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("accept text/event-stream, or use a WebSocket");
    }

    /** The protocol's messages, one by one. */
    @Test
    void aWebSocketAnswersQueriesMutationsAndSubscriptions() throws Exception {
        Messages messages = new Messages();
        WebSocket socket = connect(messages);
        send(
                socket,
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + TestNeo4j.API_KEY + "\"}}");
        assertThat(messages.next()).contains("\"type\":\"connection_ack\"");
        send(socket, subscribe(1, "{ __typename }"));
        assertThat(messages.next()).contains("\"id\":\"1\"", "\"type\":\"next\"", "\"__typename\":\"Query\"");
        assertThat(messages.next()).contains("\"id\":\"1\"", "\"type\":\"complete\"");
        send(socket, subscribe(2, "mutation { revokeApiKey(id: \\\"none\\\") }"));
        assertThat(messages.next()).contains("\"revokeApiKey\":false");
        assertThat(messages.next()).contains("\"type\":\"complete\"");
        send(socket, subscribe(3, "subscription { indexVersion }"));
        assertThat(messages.next()).containsPattern("\"indexVersion\":[0-9]+");
        send(socket, "{\"id\":\"3\",\"type\":\"complete\"}");
        send(socket, "{\"type\":\"ping\"}");
        assertThat(messages.next()).contains("\"type\":\"pong\"");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Test
    void aWebSocketWithoutAKeyReadsOnly() throws Exception {
        Messages messages = new Messages();
        WebSocket socket = connect(messages);
        send(socket, "{\"type\":\"connection_init\"}");
        assertThat(messages.next()).contains("connection_ack");
        send(socket, subscribe(1, "mutation { createApiKey(label: \\\"x\\\") { key } }"));
        assertThat(messages.next()).contains("UNAUTHENTICATED");
        socket.abort();
    }

    @Test
    void aWebSocketWithAWrongKeyIsClosed() throws Exception {
        Messages messages = new Messages();
        WebSocket socket = connect(messages);
        send(socket, "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer wrong\"}}");
        assertThat(messages.closed.get(30, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"query\":\"\"}", "{\"query\":7}"})
    void aWebSocketWhoseMessageHasNoQuestionIsClosed(String question) throws Exception {
        Messages messages = new Messages();
        WebSocket socket = connect(messages);
        send(socket, "{\"type\":\"connection_init\"}");
        assertThat(messages.next()).contains("connection_ack");
        send(socket, "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":" + question + "}");
        assertThat(messages.closed.get(30, TimeUnit.SECONDS)).isEqualTo(4400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"documentId\":\"sha256:none\"}",
                "{\"query\":\"\",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"none\"}}}"
            })
    void aWebSocketMayNameADocument(String question) throws Exception {
        Messages messages = new Messages();
        WebSocket socket = connect(messages);
        send(socket, "{\"type\":\"connection_init\"}");
        assertThat(messages.next()).contains("connection_ack");
        send(socket, "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":" + question + "}");
        assertThat(messages.next()).contains("PERSISTED_QUERY_NOT_FOUND");
        socket.abort();
    }

    /** A browser sends the origin of the page, which is not this service. */
    @Test
    void aWebSocketOfAnotherSiteIsRefused() {
        assertThatThrownBy(() -> http.newWebSocketBuilder()
                        .subprotocols("graphql-transport-ws")
                        .header("Origin", "https://evil.example")
                        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), new Messages())
                        .join())
                .isInstanceOf(CompletionException.class);
    }

    private WebSocket connect(Messages messages) {
        return http.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), messages)
                .join();
    }

    private static void send(WebSocket socket, String message) {
        socket.sendText(message, true).join();
    }

    private static String subscribe(int id, String document) {
        return "{\"id\":\"" + id + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + document + "\"}}";
    }

    /** What a WebSocket receives. */
    private static final class Messages implements WebSocket.Listener {

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();

        String next() throws InterruptedException {
            return SubscriptionsIT.next(received);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
            part.append(text);
            if (isLast) {
                received.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }

    private static String next(BlockingQueue<String> from) throws InterruptedException {
        String next = from.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("next event").isNotNull();
        return String.valueOf(next);
    }

    private HttpResponse<Stream<String>> events(String document, @Nullable String authorization) throws Exception {
        HttpRequest.Builder request = post(document).header("Accept", "text/event-stream");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
    }

    private HttpRequest.Builder post(String document) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}"));
    }

    private void record(String state, int percent) {
        run("""
            MERGE (r:IngestRun {id: 'run-of-subscriptions'})
            SET r += {source: 's', name: 'n', state: '%s', isDry: false, percent: %d, startedAt: datetime('2026-01-01T00:00:00Z'),
                      attempts: 1, records: 1, counts: [], skipped: [], rejected: [], rejections: [],
                      version: coalesce(r.version, 0) + 1,
                      endedAt: CASE '%s' WHEN 'DONE' THEN datetime('2026-01-01T00:00:09Z') END}
            """.formatted(state, percent, state));
    }

    private int run(String statement) {
        try (var session = driver.session()) {
            return List.copyOf(session.run(statement).list()).size();
        }
    }
}
