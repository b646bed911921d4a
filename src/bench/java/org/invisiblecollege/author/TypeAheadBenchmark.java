package org.invisiblecollege.author;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.invisiblecollege.InvisibleCollege;
import org.invisiblecollege.identity.Folding;
import org.invisiblecollege.incidence.Incidence;
import org.invisiblecollege.incidence.IncidenceIndex;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first ten people for beginnings of names of 2 to 8 letters, drawn from all people's family names: from memory, over
 * HTTP as a GraphQL answer, as a search over all kinds, and from Neo4j's full-text index alone, which does not sort by
 * number of papers.
 */
@Command(name = "type-ahead", mixinStandardHelpOptions = true)
final class TypeAheadBenchmark implements Callable<Integer> {

    private static final String FULL_TEXT =
            "CALL db.index.fulltext.queryNodes('author_name_fulltext', $query, {limit: 10}) YIELD node "
                    + "RETURN node.id AS id, node.name AS name";
    private static final String BY_NAME = "query($text: String!) { authorsByName(name: $text, first: 10) "
            + "{ nodes { id name orcid } pageInfo { hasNextPage } } }";
    private static final String SEARCH = "query($text: String!) { search(text: $text, first: 10) "
            + "{ nodes { matched node { ... on Author { id name } ... on Paper { id title } } } } }";

    @Option(names = "--beginnings", description = "How many of each length.", defaultValue = "300")
    private int beginnings;

    @Parameters(paramLabel = "STORE", description = "Directory of an embedded store.")
    private Path store = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TypeAheadBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (ConfigurableApplicationContext service = SpringApplication.run(
                InvisibleCollege.class,
                "--server.port=0",
                "--college.seeds=off",
                "--college.embedded.directory=" + store)) {
            IncidenceIndex index = service.getBean(IncidenceIndex.class);
            while (index.names() == null) {
                Thread.sleep(100);
            }
            run(service, index);
        }
        return 0;
    }

    private void run(ConfigurableApplicationContext service, IncidenceIndex index) throws Exception {
        URI endpoint = URI.create(
                "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + "/graphql");
        Incidence incidence = index.current();
        System.out.printf(Locale.ROOT, "%,d people%n%n", incidence.authors().count());
        System.out.println("letters  memory p50/p95 ms   HTTP p50/p95 ms   search p50/p95 ms   full-text p50/p95 ms");
        try (Session session = service.getBean(Driver.class).session()) {
            for (int round = 0; round < 2; round++) {
                for (int letters = 2; letters <= 8; letters++) {
                    List<String> texts = beginnings(incidence, letters);
                    double[] memory = times(
                            texts, text -> Objects.requireNonNull(index.names()).named(text).length);
                    double[] http = times(texts, text -> post(endpoint, BY_NAME, text));
                    double[] search = times(texts, text -> post(endpoint, SEARCH, text));
                    double[] fullText = times(
                            texts,
                            text -> session.run(FULL_TEXT, Map.of("query", text + "*"))
                                    .list()
                                    .size());
                    if (round > 0) {
                        System.out.printf(
                                Locale.ROOT,
                                "%7d  %8.2f %8.2f %8.1f %8.1f %10.1f %8.1f %12.1f %8.1f%n",
                                letters,
                                at(memory, 50),
                                at(memory, 95),
                                at(http, 50),
                                at(http, 95),
                                at(search, 50),
                                at(search, 95),
                                at(fullText, 50),
                                at(fullText, 95));
                    }
                }
            }
        }
    }

    private List<String> beginnings(Incidence index, int letters) {
        Random random = new Random(letters);
        List<String> texts = new ArrayList<>();
        while (texts.size() < beginnings) {
            String key = Folding.key(
                    index.authors().names().get(random.nextInt(index.authors().count())));
            String family = key.substring(key.lastIndexOf(' ') + 1);
            if (family.length() >= letters) {
                texts.add(family.substring(0, letters));
            }
        }
        return texts;
    }

    private interface Ask {
        int of(String text) throws IOException, InterruptedException;
    }

    private static double[] times(List<String> texts, Ask ask) throws IOException, InterruptedException {
        double[] times = new double[texts.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            if (ask.of(texts.get(i)) <= 0) {
                throw new IllegalStateException("Nothing for " + texts.get(i));
            }
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static double at(double[] times, int percent) {
        return times[times.length * percent / 100];
    }

    private int post(URI endpoint, String query, String text) throws IOException, InterruptedException {
        String body = json.writeValueAsString(Map.of("query", query, "variables", Map.of("text", text)));
        String answer = client.send(
                        HttpRequest.newBuilder(endpoint)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        if (answer.contains("\"errors\"")) {
            throw new IllegalStateException(answer);
        }
        return answer.length();
    }
}
