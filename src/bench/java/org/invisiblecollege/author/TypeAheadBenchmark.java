package org.invisiblecollege.author;

import static org.invisiblecollege.ServedStore.at;
import static org.invisiblecollege.ServedStore.times;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.invisiblecollege.ServedStore;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.text.Folding;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures how long the first ten authors take for prefixes of 2 to 8 letters, drawn from the family names of all authors:
 * from memory, over HTTP as a GraphQL answer, as a search over all kinds, and from Neo4j's full-text index alone, which does
 * not sort by number of papers.
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

    @Option(names = "--prefixes", description = "Number of prefixes of each length.", defaultValue = "300")
    private int prefixes;

    @Parameters(paramLabel = "STORE", description = "Directory of an embedded store.")
    private Path store = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TypeAheadBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (ServedStore service = new ServedStore(store)) {
            run(service);
        }
        return 0;
    }

    private void run(ServedStore service) throws Exception {
        LiveIndex index = service.index();
        IndexSnapshot snapshot = index.current();
        System.out.printf(Locale.ROOT, "%,d authors%n%n", snapshot.authors().count());
        System.out.println("letters  memory p50/p95 ms   HTTP p50/p95 ms   search p50/p95 ms   full-text p50/p95 ms");
        try (Session session = service.bean(Driver.class).session()) {
            for (int round = 0; round < 2; round++) {
                for (int letters = 2; letters <= 8; letters++) {
                    List<String> texts = prefixes(snapshot, letters);
                    double[] memory =
                            times(texts, text -> index.names().authors().named(text).length);
                    double[] http = times(texts, text -> ask(service, BY_NAME, text));
                    double[] search = times(texts, text -> ask(service, SEARCH, text));
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

    private List<String> prefixes(IndexSnapshot index, int letters) {
        Random random = new Random(letters);
        List<String> texts = new ArrayList<>();
        while (texts.size() < prefixes) {
            String key = Folding.key(
                    index.authors().names().get(random.nextInt(index.authors().count())));
            String family = key.substring(key.lastIndexOf(' ') + 1);
            if (family.length() >= letters) {
                texts.add(family.substring(0, letters));
            }
        }
        return texts;
    }

    private static int ask(ServedStore service, String document, String text) throws IOException, InterruptedException {
        return service.endpoint()
                .post(service.endpoint().body(document, Map.of("text", text)))
                .length();
    }
}
