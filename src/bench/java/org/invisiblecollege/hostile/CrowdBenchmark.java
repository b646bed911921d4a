package org.invisiblecollege.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets many clients ask mixed questions, each the next as soon as one is answered, while bibliographies are loaded one after the
 * other. Prints answers and errors by code, latencies and the heap after a collection, minute by minute. Arguments: the store, the
 * number of clients and of minutes.
 */
final class CrowdBenchmark {

    private static final int PAPERS_OF_A_LOAD = 5_000;
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"([A-Z_]+)\"");

    private static final String[] QUESTIONS = {
        "{ author(id: \"%1$s\") { name papers(first: 20) { nodes { title authors { author { name } } } } } }",
        "{ author(id: \"%1$s\") { coAuthors(first: 50) { edges { papers node { name } } } metrics { paperCount } } }",
        "{ collaborationNetwork(input: {authors: [\"%1$s\"], depth: 1}) { nodes { author { name } } edges { papers } } }",
        "{ collaborationNetwork(input: {authors: [\"%1$s\"], depth: 2, maxNodes: 100}) { nodes { author { name } position { x y } } } }",
        "{ paper(id: \"%2$s\") { title year authors { author { name } } topics { topic { label } } } }",
        "{ papers(filter: {topicsAny: [\"%3$s\"]}, first: 20) { totalCount nodes { title year } } }",
        "{ topic(id: \"%3$s\") { label experts(first: 10) { author { name } } } }",
        "{ topicNeighbourhood(input: {topics: [\"%3$s\"], maxNodes: 50}) { nodes { topic { label } } edges { papers } } }",
        "{ search(text: \"parsing\", first: 20) { nodes { score } } }",
        "{ author(id: \"%1$s\") { suggestedCollaborators(first: 5) { author { name } } } }",
        "{ graphSummary { papers authors } }",
    };

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<Double> times = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> outcomes = new TreeMap<>();
    private final URI uri;
    private final KnownIds ids;

    private CrowdBenchmark(URI uri, KnownIds ids) {
        this.uri = uri;
        this.ids = ids;
    }

    public static void main(String[] arguments) throws Exception {
        Path store = Path.of(arguments[0]);
        int clients = Integer.parseInt(arguments[1]);
        int minutes = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("crowd");
        try (HostileService service = HostileService.start(
                store, folder.resolve("service.log"), List.of("--college.ingest.directory=" + folder))) {
            URI uri = URI.create("http://127.0.0.1:" + service.port() + "/graphql");
            CrowdBenchmark crowd = new CrowdBenchmark(uri, KnownIds.of(service.endpoint()));
            System.out.printf(Locale.ROOT, "heap before: %.0f MB%n", service.heap());
            crowd.run(
                    service,
                    clients,
                    minutes,
                    folder,
                    Files.readString(store.resolve("api-key")).strip());
            System.out.printf(Locale.ROOT, "heap afterwards: %.0f MB%n", service.heap());
        }
    }

    private void run(HostileService service, int clients, int minutes, Path folder, String key) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int seed = i;
            threads.add(Thread.ofVirtual().start(() -> ask(new Random(seed), end)));
        }
        Thread loading = Thread.ofPlatform().start(() -> load(folder, key, end));
        for (int minute = 1; minute <= minutes; minute++) {
            Thread.sleep(Math.max(0, Duration.ofMinutes(1).toMillis()));
            double[] sorted =
                    times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "minute %d: %d answers, p50 %.0f ms, p95 %.0f ms, heap %.0f MB, %s%n",
                    minute,
                    sorted.length,
                    sorted[sorted.length / 2],
                    sorted[sorted.length * 95 / 100],
                    service.heap(),
                    counts());
        }
        for (Thread thread : threads) {
            thread.join();
        }
        loading.join();
        System.out.println("in all: " + counts());
    }

    private synchronized String counts() {
        return outcomes.toString();
    }

    private synchronized void count(String outcome) {
        outcomes.computeIfAbsent(outcome, none -> new AtomicInteger()).incrementAndGet();
    }

    private void ask(Random random, long end) {
        while (System.nanoTime() < end) {
            String document = QUESTIONS[random.nextInt(QUESTIONS.length)].formatted(
                    any(ids.authors(), random), any(ids.papers(), random), any(ids.topics(), random));
            long start = System.nanoTime();
            try {
                HttpResponse<String> answer = post(document, null);
                Matcher code = CODE.matcher(answer.body());
                count(code.find() ? code.group(1) : String.valueOf(answer.statusCode()));
                times.add((System.nanoTime() - start) / 1e6);
            } catch (IOException | InterruptedException e) {
                count(e.getClass().getSimpleName());
            }
        }
    }

    /** Loads one bibliography after the other, all of new papers. */
    private void load(Path folder, String key, long end) {
        try {
            for (int number = 0; System.nanoTime() < end; number++) {
                String name = "load%d.csv".formatted(number);
                Files.writeString(folder.resolve(name), table(number));
                post("mutation { startIngest(input: {paths: [\"%s\"]}) { id } }".formatted(name), key);
                String state = "";
                while (!state.startsWith("DONE") && System.nanoTime() < end) {
                    Thread.sleep(500);
                    Matcher found = STATE.matcher(post("{ ingestRuns(first: 1) { nodes { state } } }", key)
                            .body());
                    state = found.find() ? found.group(1) : "";
                }
                count("load " + state);
            }
        } catch (IOException e) {
            count("load " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String table(int number) {
        Random random = new Random(number);
        StringBuilder rows = new StringBuilder("title,authors,year\n");
        for (int i = 0; i < PAPERS_OF_A_LOAD; i++) {
            rows.append("Crowd %d of reeds %d,Ana Reed%s; Bo Moss%s,20%d\n"
                    .formatted(number, i, letters(random), letters(random), 10 + random.nextInt(10)));
        }
        return rows.toString();
    }

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private HttpResponse<String> post(String document, @Nullable String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("query", document))));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
