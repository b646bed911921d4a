package org.invisiblecollege.hostile;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ChildJvm;
import org.invisiblecollege.Endpoint;
import org.invisiblecollege.InvisibleCollege;

/** The service in a process of its own, whose processor time and memory can be told from ours. */
final class HostileService implements AutoCloseable {

    private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.E]+)");
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final long MAX_IDLE_WAIT_MILLIS = 120_000;

    private final ProcessHandle process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private HostileService(ProcessHandle process, int port) {
        this.process = process;
        this.port = port;
    }

    /** One that runs already, and goes on. */
    static HostileService at(int port, long pid) {
        return new HostileService(ProcessHandle.of(pid).orElseThrow(), port);
    }

    /** @param settings in addition to those that a benchmark needs */
    static HostileService start(Path store, Path log, List<String> settings) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=" + port, "--college.seeds=off", "--college.embedded.directory=" + store));
        arguments.addAll(settings);
        Process process =
                ChildJvm.start(InvisibleCollege.class, List.of("-Xmx2g", "-XX:-G1UseAdaptiveIHOP"), log, arguments);
        HostileService service = new HostileService(process.toHandle(), port);
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!service.isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("The service did not start; see " + log);
            }
            Thread.sleep(500);
        }
        return service;
    }

    int port() {
        return port;
    }

    /** A client that behaves. */
    Endpoint endpoint() {
        return new Endpoint(URI.create("http://127.0.0.1:" + port + "/graphql"));
    }

    private boolean isReady() throws InterruptedException {
        try {
            Endpoint endpoint = endpoint();
            return endpoint.post(endpoint.body("{ graphSummary { indexVersion } }", Map.of()))
                    .matches(".*\"indexVersion\":[1-9].*");
        } catch (IOException | IllegalStateException notYet) {
            return false;
        }
    }

    /** Processor time since the start, in milliseconds; the system counts it in hundredths of a second. */
    long processorMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Waits until the service does nothing any more, and returns its processor time. */
    long processorMillisWhenIdle() throws InterruptedException {
        long last = processorMillis();
        int quiet = 0;
        for (long waited = 0; quiet < 3 && waited < MAX_IDLE_WAIT_MILLIS; waited += 40) {
            Thread.sleep(40);
            long now = processorMillis();
            quiet = now - last < 20 ? quiet + 1 : 0;
            last = now;
        }
        return last;
    }

    /** Heap that is in use after a collection, in MB. */
    double heap() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        // The first collection leaves what finalizers and caches of soft references hold.
        for (int i = 0; i < 2; i++) {
            new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        String metric = client.send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + port + "/actuator/metrics/jvm.memory.used?tag=area:heap"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher matcher = VALUE.matcher(metric);
        if (!matcher.find()) {
            throw new IllegalStateException(metric);
        }
        return Double.parseDouble(matcher.group(1)) / 1e6;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
