package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.InvisibleCollege;
import org.invisiblecollege.TestNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills the service, as kill -9 does, in the middle of its first load, and starts it again. */
@Timeout(240)
class InterruptedLoadIT {

    private static final String SUMMARY =
            "{\"query\":\"{ graphSummary { papers authors organisations coAuthorEdges pendingRecords } }\"}";

    @Test
    void aStartAfterAKillLoadsTheRestOfTheBundledData() throws Exception {
        Path store = TestNeo4j.freshDirectory();
        int port = freePort();
        Path log = store.resolveSibling(store.getFileName() + ".log");

        Process first = start(store, port, log);
        await(first, log, "Loading the bundled data");
        Thread.sleep(400);
        first.destroyForcibly().waitFor();
        assertThat(Files.readString(log)).doesNotContain("Loaded the bundled data");

        Process second = start(store, port, log);
        try {
            await(second, log, "Loaded the bundled data");
            await(second, log, "Started InvisibleCollege");
            assertThat(ask(port))
                    .startsWith(
                            "{\"data\":{\"graphSummary\":{\"papers\":431,\"authors\":66,\"organisations\":11,\"coAuthorEdges\":140,\"pendingRecords\":7}}");
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private static Process start(Path store, int port, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A process that lives for seconds is faster without its second compiler.
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                InvisibleCollege.class.getName(),
                "--server.port=" + port,
                "--college.embedded.directory=" + store));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void await(Process process, Path log, String line) throws Exception {
        while (!Files.readString(log).contains(line)) {
            assertThat(process.isAlive()).as("still running: %s", log).isTrue();
            Thread.sleep(20);
        }
    }

    private static String ask(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .timeout(Duration.ofSeconds(30))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(SUMMARY))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
