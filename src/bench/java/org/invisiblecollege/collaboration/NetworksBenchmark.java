package org.invisiblecollege.collaboration;

import static org.invisiblecollege.ServedStore.times;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.invisiblecollege.ChildJvm;
import org.invisiblecollege.ServedStore;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.PathWeight;
import org.invisiblecollege.network.Tie;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures ego networks of the most connected authors of an existing graph: from the index, over HTTP as a whole GraphQL
 * answer, and in Cypher, the same questions one after the other in one run. Also compares the answers of index and Cypher.
 */
@Command(name = "networks", mixinStandardHelpOptions = true)
final class NetworksBenchmark implements Callable<Integer> {

    @Option(names = "--authors", description = "How many authors.", defaultValue = "1000")
    private int authors;

    @Option(names = "--cypher", description = "How many of them are asked in Cypher too.", defaultValue = "200")
    private int inCypher;

    @Parameters(paramLabel = "STORE", description = "Directory of an embedded store.")
    private Path store = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new NetworksBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (ServedStore service = new ServedStore(store)) {
            run(service);
        }
        return 0;
    }

    private void run(ServedStore service) throws Exception {
        IndexSnapshot index = service.index().current();
        Collaborations collaborations = service.bean(Collaborations.class);
        CollaborationTwin cypher = new CollaborationTwin(service.bean(Graph.class));
        List<String> most =
                mostConnected(collaborations, index).stream().limit(authors).toList();
        System.out.printf(
                Locale.ROOT,
                "%,d papers, %,d authors; the %,d authors with the most co-authors; 150 nodes, 1,500 edges%n%n",
                index.papers().count(),
                index.authors().count(),
                most.size());
        System.out.println("depth  engine       n      p50 ms     p95 ms   p50 of Cypher / p50");
        for (int depth = 1; depth <= 2; depth++) {
            int steps = depth;
            double[] atIndex = {};
            double[] overHttp = {};
            for (int round = 0; round < 3; round++) {
                atIndex = times(most, author -> {
                    CollaborationNetwork network = collaborations.network(question(author, steps));
                    return network.nodes().size() + network.edges().size();
                });
                overHttp = times(most, author -> send(service, author, steps));
            }
            double[] inCypher = times(
                    some(most),
                    author -> cypher.network(question(author, steps), false)
                            .edges()
                            .size());
            print(depth, "Cypher", inCypher, inCypher);
            print(depth, "HTTP", overHttp, inCypher);
            print(depth, "index", atIndex, inCypher);
            System.out.printf("       answers that differ: %d%n", differing(collaborations, cypher, most, steps));
        }
        paths(collaborations, most);
        mixedLoad(service, most);
    }

    /** Measures paths between the most connected authors. */
    private void paths(Collaborations collaborations, List<String> most) throws IOException, InterruptedException {
        List<String> shuffled = new ArrayList<>(most);
        Collections.shuffle(shuffled, new Random(1));
        Map<String, String> partner = new HashMap<>();
        for (int i = 0; i < most.size(); i++) {
            partner.put(most.get(i), shuffled.get(i));
        }
        System.out.println();
        for (PathWeight by : PathWeight.values()) {
            double[] times = {};
            for (int round = 0; round < 3; round++) {
                times = times(most, author -> {
                    PathsQuestion question = new PathsQuestion(
                            author, Objects.requireNonNull(partner.get(author)), 1, by, Counting.FULL, null, 100, 12);
                    return 1 + collaborations.paths(question).paths().size();
                });
            }
            System.out.printf(
                    Locale.ROOT,
                    "path by %-8s at the index, n %d: p50 %.2f ms, p95 %.2f ms%n",
                    by,
                    times.length,
                    times[times.length / 2],
                    times[times.length * 95 / 100]);
        }
    }

    /** Measures small questions next to large ones, from a process of its own, which does not share the service's heap. */
    private static void mixedLoad(ServedStore service, List<String> most) throws IOException, InterruptedException {
        Path folder = ChildJvm.freshFolder("mixed-load-");
        Path ids = Files.write(folder.resolve("authors"), most);
        Path log = folder.resolve("log");
        ChildJvm.run(
                MixedLoadClient.class,
                List.of("-Xmx512m"),
                log,
                List.of(service.endpoint().uri().toString(), ids.toString()));
        System.out.println();
        System.out.print(Files.readString(log));
    }

    private static CollaborationQuestion question(String author, int depth) {
        return new CollaborationQuestion(
                List.of(author),
                List.of(),
                List.of(),
                null,
                Counting.FULL,
                100,
                0,
                1,
                1,
                depth,
                150,
                1500,
                1,
                Layout.READABLE,
                List.of());
    }

    private static List<String> mostConnected(Collaborations collaborations, IndexSnapshot index) {
        Map<String, Integer> degrees = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (int author = 0; author < index.authors().count(); author++) {
            ids.add(index.authors().ids().get(author));
        }
        collaborations.coAuthors(ids, null, Counting.FULL, 100).forEach((id, all) -> degrees.put(id, all.size()));
        return degrees.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(1000)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Draws the authors that Cypher is asked for evenly from all. */
    private List<String> some(List<String> most) {
        int every = Math.max(1, most.size() / inCypher);
        List<String> some = new ArrayList<>();
        for (int i = 0; i < most.size(); i += every) {
            some.add(most.get(i));
        }
        return some;
    }

    private static int send(ServedStore service, String author, int depth) throws IOException, InterruptedException {
        return MixedLoadClient.ask(service.endpoint(), Map.of("authors", List.of(author), "depth", depth));
    }

    private static void print(int depth, String asked, double[] times, double[] cypher) {
        System.out.printf(
                Locale.ROOT,
                "%5d  %-8s %5d  %10.2f %10.2f   %10.1f%n",
                depth,
                asked,
                times.length,
                times[times.length / 2],
                times[times.length * 95 / 100],
                cypher[cypher.length / 2] / times[times.length / 2]);
    }

    private int differing(Collaborations collaborations, CollaborationTwin cypher, List<String> most, int depth) {
        int differing = 0;
        for (String author : some(most)) {
            CollaborationNetwork network = collaborations.network(question(author, depth));
            CollaborationTwin.Answer answer = cypher.network(question(author, depth), false);
            Set<String> people = new HashSet<>();
            network.nodes().forEach(node -> people.add(node.id() + node.getDepth() + " " + node.getPapers()));
            Set<String> others = new HashSet<>();
            answer.nodes().forEach(node -> others.add(node.author() + node.depth() + " " + node.papers()));
            Comparator<Tie> order = Comparator.comparing(Tie::key);
            List<Tie> ties = network.edges().stream()
                    .map(CollaborationEdge::tie)
                    .sorted(order)
                    .toList();
            boolean isSame = people.equals(others)
                    && ties.equals(answer.edges().stream().sorted(order).toList());
            if (!isSame) {
                differing++;
            }
        }
        return differing;
    }
}
