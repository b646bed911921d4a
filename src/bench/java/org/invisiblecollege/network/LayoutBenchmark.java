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
import java.util.Objects;
import java.util.TreeMap;
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
 * and of the processor time that they took, the median of {@value #RUNS} after {@value #WARM_UPS} others. The last row is one
 * network whose stronger half has positions already: first all of it is laid out again, then the others join those.
 */
public final class LayoutBenchmark {

    private static final String PERSON = "author:a";
    private static final int WARM_UPS = 3;
    private static final int RUNS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Endpoint service;

    private LayoutBenchmark(Endpoint service) {
        this.service = service;
    }

    /** Prints the table; the argument is the address of the service. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new LayoutBenchmark(new Endpoint(URI.create(arguments[0]))).run();
    }

    private void run() throws IOException, InterruptedException {
        String topic = ask("{ answer: topicNeighbourhood(input: {maxNodes: 1}) { nodes { topic { id } } } }")
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
        join("selection of 300, half of it with positions", selection);
    }

    private Drawable collaboration(String input) throws IOException, InterruptedException {
        return drawable("collaborationNetwork", "author", input);
    }

    private Drawable drawable(String field, String kind, String input) throws IOException, InterruptedException {
        return Drawable.of(
                ask(("{ answer: %s(input: {%s}) { nodes { entity { label } papers %s { id } }"
                                + " edges { source target papers } } }")
                        .formatted(field, input, kind)),
                kind);
    }

    private JsonNode ask(String document) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(service.post(service.body(document, Map.of())))
                .at("/data/answer");
    }

    /** So many joint papers of two nodes. */
    private record Joint(int source, int target, int papers) {}

    /**
     * A network of the service, rebuilt from its ties; nodes have numbers in the order of the answer, strongest first.
     *
     * @param numbers of the nodes of the network
     */
    private record Drawable(
            List<String> labels,
            IntArrayList papers,
            List<Joint> ties,
            EgoNetwork network,
            IntArrayList numbers,
            Communities communities) {

        static Drawable of(JsonNode answer, String kind) {
            Map<String, Integer> numbers = new HashMap<>();
            List<String> labels = new ArrayList<>();
            IntArrayList papers = new IntArrayList();
            for (JsonNode node : answer.path("nodes")) {
                numbers.put(node.path(kind).path("id").asString(), labels.size());
                labels.add(node.path("entity").path("label").asString());
                papers.add(node.path("papers").asInt());
            }
            List<Joint> ties = new ArrayList<>();
            for (JsonNode edge : answer.path("edges")) {
                ties.add(new Joint(
                        Objects.requireNonNull(numbers.get(edge.path("source").asString())),
                        Objects.requireNonNull(numbers.get(edge.path("target").asString())),
                        edge.path("papers").asInt()));
            }
            return of(labels, papers, ties);
        }

        private static Drawable of(List<String> labels, IntArrayList papers, List<Joint> ties) {
            List<PaperRow> joint = new ArrayList<>();
            for (Joint tie : ties) {
                for (int paper = 0; paper < tie.papers; paper++) {
                    joint.add(Bibliographies.paper(joint.size(), null, List.of(), tie.source, tie.target));
                }
            }
            IndexSnapshot index = Bibliographies.index(
                    IntStream.range(0, labels.size())
                            .mapToObj(node -> Bibliographies.person(node, "P" + node))
                            .toList(),
                    joint);
            EgoNetwork network = EgoNetwork.of(
                    index,
                    index.authors(),
                    PaperSet.all(index),
                    EdgeRule.ofAuthors(index.papers(), index.authors(), Counting.FULL, null, 0, 1),
                    new EgoNetwork.Scope(
                            new IntArrayList(IntStream.range(0, labels.size()).toArray()),
                            new IntArrayList(),
                            any -> true,
                            false,
                            new Limits(0, Limits.MAX_NODES, Limits.MAX_EDGES)));
            IntArrayList numbers = new IntArrayList();
            for (int node = 0; node < network.size(); node++) {
                numbers.add(Integer.parseInt(
                        index.authors().ids().get(network.ordinal(node)).replace(PERSON, "")));
            }
            return new Drawable(
                    labels,
                    papers,
                    ties,
                    network,
                    numbers,
                    Communities.of(network.size(), network.edges(), network.strengths(), 1));
        }

        /** Returns the network of the first nodes. */
        Drawable first(int nodes) {
            return of(
                    labels.subList(0, nodes),
                    papers,
                    ties.stream()
                            .filter(tie -> tie.source < nodes && tie.target < nodes)
                            .toList());
        }

        Positions draw(Layout layout, List<NodePosition> at) {
            HeldNodes held = HeldNodes.of(network, at, network.nodes().ids()::find);
            return switch (layout) {
                case READABLE -> Positions.readable(network.size(), network.edges(), communities, held);
                case VOS -> Positions.vos(network.size(), network.edges(), held);
            };
        }

        /** Returns where each node is, by number. */
        Map<Integer, NodePosition> places(Positions positions) {
            Map<Integer, NodePosition> places = new TreeMap<>();
            for (int node = 0; node < numbers.size(); node++) {
                int number = numbers.getInt(node);
                places.put(number, new NodePosition(PERSON + number, positions.x(node), positions.y(node)));
            }
            return places;
        }

        PictureMeasures measures(Positions positions) {
            return new PictureMeasures(
                    network,
                    positions,
                    numbers.intStream().map(papers::getInt).toArray(),
                    numbers.intStream().mapToObj(labels::get).toList());
        }
    }

    private static void compare(String name, Drawable network) {
        print(name, network, () -> network.draw(Layout.VOS, List.of()), () -> network.draw(Layout.READABLE, List.of()));
    }

    /** Prints the whole network, once laid out again and once with the first half of its nodes held. */
    private static void join(String name, Drawable whole) {
        Drawable half = whole.first(whole.labels.size() / 2);
        Map<Integer, NodePosition> before = half.places(half.draw(Layout.READABLE, List.of()));
        List<NodePosition> at = List.copyOf(before.values());
        print(
                name + ", laid out again → held",
                whole,
                () -> whole.draw(Layout.READABLE, List.of()),
                () -> whole.draw(Layout.READABLE, at));
        System.out.printf(
                Locale.ROOT,
                "%nThe first half moves by %.1f %% of the width of the picture if all nodes are laid out again, and by %.1f %% if they"
                        + " are held.%n",
                moved(before, whole.places(whole.draw(Layout.READABLE, List.of()))),
                moved(before, whole.places(whole.draw(Layout.READABLE, at))));
    }

    private static double moved(Map<Integer, NodePosition> before, Map<Integer, NodePosition> after) {
        double width = before.values().stream()
                        .mapToDouble(NodePosition::x)
                        .max()
                        .orElse(0)
                - before.values().stream().mapToDouble(NodePosition::x).min().orElse(0);
        return before.entrySet().stream()
                .mapToDouble(node -> distance(node.getValue(), Objects.requireNonNull(after.get(node.getKey()))))
                .map(distance -> 100 * distance / width)
                .average()
                .orElse(0);
    }

    private static double distance(NodePosition from, NodePosition to) {
        return Math.hypot(from.x() - to.x(), from.y() - to.y());
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
        long[] times = new long[RUNS];
        for (int run = -WARM_UPS; run < RUNS; run++) {
            long start = THREADS.getCurrentThreadCpuTime();
            Objects.requireNonNull(layout.get());
            if (run >= 0) {
                times[run] = THREADS.getCurrentThreadCpuTime() - start;
            }
        }
        Arrays.sort(times);
        return String.format(Locale.ROOT, "%,d", times[RUNS / 2] / 1_000_000);
    }
}
