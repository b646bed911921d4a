package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.invisiblecollege.Endpoint;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.PaperSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws networks of a service by VOS and by READABLE, and prints a table of what {@link PictureMeasures} says of the pictures
 * and of the processor time that they took, the median of {@value #RUNS} after {@value #WARM_UPS} others. The last rows hold
 * the stronger half of the nodes where it was, and let the others join.
 */
public final class LayoutBenchmark {

    /** Ids of so many digits are in the order of their numbers. */
    private static final int FIRST = 10_000;

    private static final int WARM_UPS = 3;
    private static final int RUNS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final String FIELDS = "nodes { entity { label } papers %1$s { id } } edges { source target papers }";

    private final Endpoint service;

    private LayoutBenchmark(Endpoint service) {
        this.service = service;
    }

    /** Prints the table; the argument is the address of the service. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new LayoutBenchmark(new Endpoint(URI.create(arguments[0]))).run();
    }

    private void run() throws IOException, InterruptedException {
        String topic = ask("{ answer: topicNeighbourhood(input: {maxNodes: 1}) { nodes { topic { id label } } } }")
                .at("/nodes/0/topic/id")
                .asString();
        String author = ask("{ answer: collaborationNetwork(input: {maxNodes: 1}) { nodes { author { id } } } }")
                .at("/nodes/0/author/id")
                .asString();
        String onTopic = "within: {topicsAny: [\"" + topic + "\"]}, maxEdges: 1500, maxNodes: ";
        System.out.println("Selections are the papers on " + topic + ", the ego network is that of " + author + ".\n");
        System.out.println("| network | overlap % | names that fit | nearest are partners | stress | ms |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        compare("selection of 60", collaboration(onTopic + 60));
        Drawable selection = collaboration(onTopic + 300);
        compare("selection of 300", selection);
        compare("ego network of 150", collaboration("authors: [\"" + author + "\"], maxNodes: 150"));
        compare("corpus, 1,000", collaboration("maxNodes: 1000, maxEdges: 5000"));
        compare("topics, 100", drawable("topicNeighbourhood", "topic", "maxNodes: 100, maxEdges: 400"));
        compare(
                "organisations, 100",
                drawable("organisationNetwork", "organisation", onTopic.replace("1500", "600") + 100));
        join("150 join 150, selection", selection);
    }

    private Drawable collaboration(String input) throws IOException, InterruptedException {
        return drawable("collaborationNetwork", "author", input);
    }

    private Drawable drawable(String field, String kind, String input) throws IOException, InterruptedException {
        return Drawable.of(
                ask("{ answer: " + field + "(input: {" + input + "}) { " + FIELDS.formatted(kind) + " } }"), kind);
    }

    private JsonNode ask(String document) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(service.post(service.body(document, Map.of())))
                .at("/data/answer");
    }

    /** A network of the service, rebuilt from its ties. */
    private record Drawable(List<String> labels, int[] papers, EgoNetwork network, Communities communities) {

        static Drawable of(JsonNode answer, String kind) {
            Map<String, Integer> numbers = new HashMap<>();
            List<String> labels = new ArrayList<>();
            IntArrayList papers = new IntArrayList();
            for (JsonNode node : answer.path("nodes")) {
                numbers.put(node.path(kind).path("id").asString(), labels.size());
                labels.add(node.path("entity").path("label").asString());
                papers.add(node.path("papers").asInt());
            }
            List<PaperRow> joint = new ArrayList<>();
            for (JsonNode edge : answer.path("edges")) {
                int source = FIRST + numbers.get(edge.path("source").asString());
                int target = FIRST + numbers.get(edge.path("target").asString());
                for (int paper = 0; paper < edge.path("papers").asInt(); paper++) {
                    joint.add(Bibliographies.paper(joint.size(), null, List.of(), source, target));
                }
            }
            EgoNetwork network = network(labels.size(), joint);
            return new Drawable(
                    labels,
                    papers.toIntArray(),
                    network,
                    Communities.of(network.size(), network.edges(), network.strengths(), 1));
        }

        private static EgoNetwork network(int nodes, List<PaperRow> papers) {
            IndexSnapshot index = Bibliographies.index(
                    IntStream.range(0, nodes)
                            .mapToObj(node -> Bibliographies.person(FIRST + node, "P" + (FIRST + node)))
                            .toList(),
                    papers);
            return EgoNetwork.of(
                    index,
                    index.authors(),
                    PaperSet.all(index),
                    EdgeRule.ofAuthors(index.papers(), index.authors(), Counting.FULL, null, 0, 1),
                    new EgoNetwork.Scope(
                            new IntArrayList(IntStream.range(0, nodes).toArray()),
                            new IntArrayList(),
                            any -> true,
                            false,
                            new Limits(0, Limits.MAX_NODES, Limits.MAX_EDGES)));
        }

        Positions draw(Layout layout, NodePosition... at) {
            HeldNodes held = HeldNodes.of(network, List.of(at), network.nodes().ids()::find);
            return switch (layout) {
                case READABLE -> Positions.readable(network.size(), network.edges(), communities, held);
                case VOS -> Positions.vos(network.size(), network.edges(), held);
            };
        }

        PictureMeasures measures(Positions positions) {
            return new PictureMeasures(network, positions, papers, labels);
        }

        /** Returns the network of the first nodes. */
        Drawable first(int nodes) {
            List<PaperRow> joint = new ArrayList<>();
            EdgeList edges = network.edges();
            for (int edge = 0; edge < edges.size(); edge++) {
                for (int paper = 0;
                        paper < edges.papers(edge) && Math.max(edges.source(edge), edges.target(edge)) < nodes;
                        paper++) {
                    joint.add(Bibliographies.paper(
                            joint.size(), null, List.of(), FIRST + edges.source(edge), FIRST + edges.target(edge)));
                }
            }
            EgoNetwork some = network(nodes, joint);
            return new Drawable(
                    labels.subList(0, nodes),
                    Arrays.copyOf(papers, nodes),
                    some,
                    Communities.of(some.size(), some.edges(), some.strengths(), 1));
        }
    }

    private static void compare(String name, Drawable network) {
        if (network.labels.isEmpty()) {
            System.out.println("| " + name + " | | | | | |");
            return;
        }
        print(name, network, () -> network.draw(Layout.VOS), () -> network.draw(Layout.READABLE));
    }

    /** Prints the whole network, drawn anew and with the first half of its nodes where they were. */
    private static void join(String name, Drawable whole) {
        int half = whole.labels.size() / 2;
        Positions before = whole.first(half).draw(Layout.READABLE);
        NodePosition[] at = IntStream.range(0, half)
                .mapToObj(node -> new NodePosition("author:a" + (FIRST + node), before.x(node), before.y(node)))
                .toArray(NodePosition[]::new);
        print(
                name + ": drawn anew → held",
                whole,
                () -> whole.draw(Layout.READABLE),
                () -> whole.draw(Layout.READABLE, at));
        for (boolean isHeld : new boolean[] {false, true}) {
            Positions after = isHeld ? whole.draw(Layout.READABLE, at) : whole.draw(Layout.READABLE);
            double moved = IntStream.range(0, half)
                    .mapToDouble(node -> Math.hypot(after.x(node) - before.x(node), after.y(node) - before.y(node)))
                    .average()
                    .orElse(0);
            System.out.printf(
                    Locale.ROOT,
                    "%sThe first half moves by %.1f %% of the width of the picture %s.%n",
                    isHeld ? "" : "\n",
                    100 * moved / PictureMeasures.width(before, half),
                    isHeld ? "if it is held" : "if all is drawn anew");
        }
    }

    private static void print(String name, Drawable network, Supplier<Positions> before, Supplier<Positions> after) {
        List<PictureMeasures> pictures = List.of(network.measures(before.get()), network.measures(after.get()));
        System.out.printf(
                Locale.ROOT,
                "| %s, %d ties | %.0f → %.0f | %d → %d | %.2f → %.2f | %.2f → %.2f | %s → %s |%n",
                name,
                network.network.edges().size(),
                pictures.getFirst().overlap(),
                pictures.getLast().overlap(),
                pictures.getFirst().namesThatFit(),
                pictures.getLast().namesThatFit(),
                pictures.getFirst().nearestArePartners(),
                pictures.getLast().nearestArePartners(),
                pictures.getFirst().stress(),
                pictures.getLast().stress(),
                milliseconds(before),
                milliseconds(after));
    }

    private static String milliseconds(Supplier<Positions> layout) {
        for (int run = 0; run < WARM_UPS; run++) {
            layout.get();
        }
        long[] times = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = THREADS.getCurrentThreadCpuTime();
            layout.get();
            times[run] = THREADS.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(times);
        return "%,d".formatted(times[RUNS / 2] / 1_000_000);
    }
}
