package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.invisiblecollege.OwnStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** Clients that leave before their answer is there, byte by byte. */
@ExtendWith(OutputCaptureExtension.class)
class ClientGoneIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TYPENAME = post("{ __typename }");

    /** The end of an answer to the smallest question. */
    private static final String END = "\"costliest\":\"__typename\"}}}";

    private static OwnStore store =
            new OwnStore(LongWork.OWN_INDEX, LongWork.ANY_COST, "--college.graphql.timeout=10m");

    @BeforeAll
    static void prepare() {
        LongWork.prepare(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static String post(String document) {
        String body = JSON.writeValueAsString(Map.of("query", document));
        return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), store.port());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static double cancelled() {
        Counter counter = store.bean(MeterRegistry.class)
                .find("college.requests.cancelled")
                .tag("reason", "CLIENT_GONE")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private static double running() {
        return store.bean(MeterRegistry.class)
                .get("college.requests.running")
                .gauge()
                .value();
    }

    private static void awaitRunning(int requests) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> running() == requests);
    }

    private static void assertQuiet(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContain("\tat ", "Exception", "WARN", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {LongWork.WALK, LongWork.STATEMENT})
    void theWorkEnds(String document, CapturedOutput output) throws IOException {
        double before = cancelled();
        try (Socket socket = connect()) {
            send(socket, post(document));
            awaitRunning(1);
        }
        awaitRunning(0);
        assertThat(cancelled()).isEqualTo(before + 1);
        assertQuiet(output);
    }

    @Test
    void aFileIsNotComputedEither(CapturedOutput output) throws IOException {
        String link = new Client(store.port(), null)
                .send(LongWork.FILE)
                .at("/data/collaborationNetwork/exportUrl")
                .asString();
        double before = cancelled();
        try (Socket socket = connect()) {
            send(socket, "GET " + link.substring(link.indexOf("/export")) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            awaitRunning(1);
        }
        awaitRunning(0);
        assertThat(cancelled()).isEqualTo(before + 1);
        assertQuiet(output);
    }

    /** The service looks for bytes while it works, and must not lose them. */
    @Test
    void aClientThatSendsItsNextRequestAlreadyGetsBothAnswers() throws Exception {
        double before = cancelled();
        try (Socket socket = connect()) {
            socket.setSoTimeout(300_000);
            send(socket, post(LongWork.LAYOUT));
            awaitRunning(1);
            Thread.sleep(600);
            String next = TYPENAME.replaceFirst("Host", "Connection: close\r\nHost");
            send(socket, next.substring(0, 1));
            Thread.sleep(300);
            send(socket, next.substring(1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("\"position\":{\"x\":")
                    .endsWith(END);
        }
        assertThat(cancelled()).isEqualTo(before);
    }

    @Test
    void aConnectionIsKeptForTheNextRequest() throws Exception {
        try (Socket socket = connect()) {
            socket.setSoTimeout(300_000);
            for (int request = 0; request < 3; request++) {
                send(socket, TYPENAME);
                StringBuilder answer = new StringBuilder();
                while (!answer.toString().endsWith(END)) {
                    int next = socket.getInputStream().read();
                    assertThat(next).as("after " + answer).isNotNegative();
                    answer.append((char) next);
                }
            }
        }
        assertThat(running()).isZero();
    }
}
