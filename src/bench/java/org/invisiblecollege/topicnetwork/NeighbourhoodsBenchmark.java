package org.invisiblecollege.topicnetwork;

import static org.invisiblecollege.ServedStore.at;
import static org.invisiblecollege.ServedStore.times;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.invisiblecollege.Endpoint;
import org.invisiblecollege.ServedStore;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.TopicSet;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.topic.TopicMethod;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures neighbourhoods of depth 2 of the most frequent topics of an existing graph: from the index, over HTTP as a whole
 * GraphQL answer, and in Cypher, the same questions in one run. Also compares the answers of index and Cypher for every
 * normalisation.
 */
@Command(name = "neighbourhoods", mixinStandardHelpOptions = true)
final class NeighbourhoodsBenchmark implements Callable<Integer> {

    private static final int DEPTH = 2;
    private static final int MAX_NODES = 100;
    private static final int MAX_EDGES = 1500;
    private static final int ROUNDS = 5;

    @Option(names = "--topics", description = "How many topics.", defaultValue = "200")
    private int topics;

    @Option(names = "--cypher", description = "How many of them are asked in Cypher too.", defaultValue = "20")
    private int inCypher;

    @Parameters(paramLabel = "STORE", description = "Directory of an embedded store.")
    private Path store = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new NeighbourhoodsBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (ServedStore service = new ServedStore(store)) {
            run(service);
        }
        return 0;
    }

    private void run(ServedStore service) throws Exception {
        Neighbourhoods neighbourhoods = service.bean(Neighbourhoods.class);
        NeighbourhoodTwin cypher = new NeighbourhoodTwin(service.bean(Graph.class));
        TopicSet all = service.index().current().topics();
        List<String> most = IntStream.range(0, all.count())
                .boxed()
                .sorted(Comparator.comparingInt((Integer topic) -> -all.papers().size(topic)))
                .limit(topics)
                .map(topic -> all.ids().get(topic))
                .toList();
        List<String> some = IntStream.range(0, Math.min(inCypher, most.size()))
                .mapToObj(i -> most.get(i * most.size() / Math.min(inCypher, most.size())))
                .toList();
        String operation = Endpoint.operation("topic-neighbourhood");
        double[] atIndex = {};
        double[] overHttp = {};
        for (int round = 0; round < ROUNDS; round++) {
            atIndex = times(most, topic -> {
                TopicNeighbourhood answer =
                        neighbourhoods.neighbourhood(question(topic, Normalisation.ASSOCIATION_STRENGTH));
                return answer.nodes().size() + answer.edges().size();
            });
            overHttp = times(
                    most,
                    topic -> service.endpoint()
                            .post(service.endpoint()
                                    .body(operation, Map.of("input", Map.of("topics", List.of(topic), "depth", DEPTH))))
                            .length());
        }
        double[] asked = times(
                some,
                topic -> cypher.neighbourhood(question(topic, Normalisation.ASSOCIATION_STRENGTH))
                        .nodes()
                        .size());
        System.out.printf(
                Locale.ROOT,
                "%,d topics with most papers, depth %d, %d nodes, %,d edges%n%n",
                most.size(),
                DEPTH,
                MAX_NODES,
                MAX_EDGES);
        System.out.println("asked        n      p50 ms     p95 ms   p50 of Cypher / p50");
        print("Cypher", asked, asked);
        print("HTTP", overHttp, asked);
        print("index", atIndex, asked);
        for (Normalisation normalisation : Normalisation.values()) {
            int differing = 0;
            for (String topic : some) {
                differing += isSame(
                                neighbourhoods.neighbourhood(question(topic, normalisation)),
                                cypher.neighbourhood(question(topic, normalisation)))
                        ? 0
                        : 1;
            }
            System.out.printf("answers by %s that differ: %d of %d%n", normalisation, differing, some.size());
        }
    }

    private static NeighbourhoodQuestion question(String topic, Normalisation normalisation) {
        return new NeighbourhoodQuestion(
                List.of(topic),
                List.of(),
                null,
                normalisation,
                TopicRank.PAPERS,
                null,
                EnumSet.of(TopicMethod.ASSERTED, TopicMethod.MATCHED),
                0,
                false,
                2,
                DEPTH,
                MAX_NODES,
                MAX_EDGES,
                1,
                Layout.READABLE,
                List.of());
    }

    private static boolean isSame(TopicNeighbourhood answer, NeighbourhoodTwin.Answer twin) {
        Set<String> nodes = new HashSet<>();
        answer.nodes().forEach(node -> nodes.add(node.id() + node.getDepth() + " " + node.getPapers()));
        Set<String> others = new HashSet<>();
        twin.nodes().forEach(node -> others.add(node.topic() + node.depth() + " " + node.papers()));
        List<Tie> ties = answer.edges().stream().map(TopicEdge::tie).collect(Collectors.toList());
        return nodes.equals(others) && ties.equals(List.copyOf(twin.edges().keySet()));
    }

    private static void print(String asked, double[] times, double[] cypher) {
        System.out.printf(
                Locale.ROOT,
                "%-8s %5d  %10.2f %10.2f   %10.1f%n",
                asked,
                times.length,
                at(times, 50),
                at(times, 95),
                at(cypher, 50) / at(times, 50));
    }
}
