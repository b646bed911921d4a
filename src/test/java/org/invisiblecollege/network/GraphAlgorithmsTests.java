package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeRow;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.PaperSet;
import org.jgrapht.GraphPath;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClosenessCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;

/** Paths and centralities equal those that JGraphT finds on the same ties, on random bibliographies. */
class GraphAlgorithmsTests {

    private static final int PEOPLE = 12;
    private static final List<NodeRow> EVERYONE =
            IntStream.range(0, PEOPLE).mapToObj(Bibliographies::person).toList();

    @Provide
    Arbitrary<List<PaperRow>> papers() {
        return Bibliographies.papers(14, PEOPLE);
    }

    private static EgoNetwork everyone(IndexSnapshot index) {
        IntArrayList all = new IntArrayList();
        IntStream.range(0, PEOPLE).forEach(all::add);
        return EgoNetwork.of(
                index,
                index.authors(),
                PaperSet.all(index),
                rule(index),
                new EgoNetwork.Scope(all, new IntArrayList(), any -> true, false, new Limits(0, 100, 10_000)));
    }

    private static EdgeRule rule(IndexSnapshot index) {
        return EdgeRule.ofAuthors(index.papers(), index.authors(), Counting.FRACTIONAL, null, 0, 1);
    }

    /** Returns a graph over the numbers of nodes in the network, with the weights of its edges. */
    private static SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph(EgoNetwork network) {
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        IntStream.range(0, network.size()).forEach(graph::addVertex);
        EdgeList edges = network.edges();
        for (int edge = 0; edge < edges.size(); edge++) {
            graph.setEdgeWeight(graph.addEdge(edges.source(edge), edges.target(edge)), edges.weight(edge));
        }
        return graph;
    }

    @Property(tries = 300)
    void centralitiesEqualThoseOfJGraphT(@ForAll("papers") List<PaperRow> papers) {
        EgoNetwork network = everyone(Bibliographies.index(EVERYONE, papers));
        Centralities centralities = new Centralities(Adjacency.of(network.size(), network.edges()));
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> weighted = graph(network);
        Map<Integer, Double> pageRank = new PageRank<>(weighted, 0.85, 1_000, 1e-12).getScores();
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> hops = graph(network);
        hops.edgeSet().forEach(edge -> hops.setEdgeWeight(edge, 1));
        Map<Integer, Double> betweenness = new BetweennessCentrality<>(hops).getScores();
        boolean isConnected = new ConnectivityInspector<>(hops).isConnected();
        Map<Integer, Double> closeness = new ClosenessCentrality<>(hops, false, true).getScores();
        for (int node = 0; node < network.size(); node++) {
            assertThat(centralities.value(node, Centrality.DEGREE)).isEqualTo(hops.degreeOf(node));
            assertThat(centralities.value(node, Centrality.STRENGTH))
                    .isCloseTo(
                            weighted.edgesOf(node).stream()
                                    .mapToDouble(weighted::getEdgeWeight)
                                    .sum(),
                            within(1e-9));
            assertThat(centralities.value(node, Centrality.PAGERANK))
                    .isCloseTo(pageRank.getOrDefault(node, -1.0), within(1e-6));
            assertThat(centralities.value(node, Centrality.BETWEENNESS))
                    .isCloseTo(
                            betweenness.getOrDefault(node, -1.0) / ((PEOPLE - 1) * (PEOPLE - 2) / 2.0), within(1e-9));
            if (isConnected) {
                assertThat(centralities.value(node, Centrality.CLOSENESS))
                        .isCloseTo(closeness.getOrDefault(node, -1.0), within(1e-9));
            }
            assertThat(centralities.isExact(Centrality.BETWEENNESS)).isTrue();
        }
    }

    @Property(tries = 300)
    void pathsAreAsShortAsThoseOfJGraphT(@ForAll("papers") List<PaperRow> papers) {
        IndexSnapshot index = Bibliographies.index(EVERYONE, papers);
        EgoNetwork network = everyone(index);
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = graph(network);
        graph.edgeSet().forEach(edge -> graph.setEdgeWeight(edge, 1 / graph.getEdgeWeight(edge)));
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> hops = graph(network);
        hops.edgeSet().forEach(edge -> hops.setEdgeWeight(edge, 1));
        for (PathWeight by : PathWeight.values()) {
            SimpleWeightedGraph<Integer, DefaultWeightedEdge> costs = by == PathWeight.HOPS ? hops : graph;
            List<Double> expected = new YenKShortestPath<>(costs)
                    .getPaths(0, 1, 6).stream().map(GraphPath::getWeight).toList();
            List<int[]> paths;
            try (Paths search = new Paths(index.authors(), PaperSet.all(index), rule(index), by)) {
                paths = search.shortest(network.ordinal(0), network.ordinal(1), 6, Paths.ANY_LENGTH);
            }
            assertThat(paths).hasSameSizeAs(expected);
            TreeSet<String> different = new TreeSet<>();
            for (int i = 0; i < paths.size(); i++) {
                double cost = 0;
                int[] path = paths.get(i);
                different.add(Arrays.toString(path));
                for (int step = 0; step + 1 < path.length; step++) {
                    cost += costs.getEdgeWeight(
                            costs.getEdge(number(network, path[step]), number(network, path[step + 1])));
                }
                assertThat(cost).isCloseTo(expected.get(i), within(1e-6));
                assertThat(Arrays.stream(path).distinct().count()).isEqualTo(path.length);
            }
            assertThat(different).hasSameSizeAs(paths);
        }
    }

    /** A path and its cost, which is the sum of 1/weight to eight digits. */
    private record WholePath(long cost, List<Integer> nodes) {}

    @Property(tries = 400)
    void pathsWithALimitOfStepsAreTheFirstOfAllPaths(
            @ForAll("papers") List<PaperRow> papers, @ForAll @IntRange(max = 5) int maxHops) {
        IndexSnapshot index = Bibliographies.index(EVERYONE, papers);
        EgoNetwork network = everyone(index);
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = graph(network);
        for (PathWeight by : PathWeight.values()) {
            Comparator<WholePath> byCost = Comparator.comparingLong(WholePath::cost);
            Comparator<WholePath> bySteps = Comparator.comparingInt(path -> path.nodes.size());
            List<WholePath> all = new ArrayList<>();
            everyPath(graph, new WholePath(0, List.of(0)), 1, maxHops, all);
            List<List<Integer>> expected = all.stream()
                    .sorted((by == PathWeight.HOPS ? bySteps.thenComparing(byCost) : byCost.thenComparing(bySteps))
                            .thenComparing(path -> names(index, network, path.nodes), Arrays::compare))
                    .limit(4)
                    .map(WholePath::nodes)
                    .toList();
            try (Paths search = new Paths(index.authors(), PaperSet.all(index), rule(index), by)) {
                List<List<Integer>> found = search.shortest(network.ordinal(0), network.ordinal(1), 4, maxHops).stream()
                        .map(path -> Arrays.stream(path)
                                .map(ordinal -> number(network, ordinal))
                                .boxed()
                                .toList())
                        .toList();
                assertThat(found).isEqualTo(expected);
                boolean areConnected = new ConnectivityInspector<>(graph).pathExists(0, 1);
                assertThat(search.areConnected(network.ordinal(0), network.ordinal(1)))
                        .isEqualTo(areConnected);
            }
        }
    }

    private static void everyPath(
            SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph,
            WholePath path,
            int to,
            int maxHops,
            List<WholePath> all) {
        int at = path.nodes.getLast();
        if (at == to) {
            all.add(path);
        } else if (path.nodes.size() <= maxHops) {
            for (DefaultWeightedEdge edge : graph.edgesOf(at)) {
                int next = Graphs.getOppositeVertex(graph, edge, at);
                if (!path.nodes.contains(next)) {
                    List<Integer> nodes = new ArrayList<>(path.nodes);
                    nodes.add(next);
                    long cost = path.cost + Math.round(1e8 / graph.getEdgeWeight(edge));
                    everyPath(graph, new WholePath(cost, nodes), to, maxHops, all);
                }
            }
        }
    }

    private static int[] names(IndexSnapshot index, EgoNetwork network, List<Integer> nodes) {
        return nodes.stream()
                .mapToInt(node -> index.authors().rank()[network.ordinal(node)])
                .toArray();
    }

    /**
     * a0 and a1 wrote four papers together, as did a1 and a2, and a2 and a3: 3/4 in three steps. a0 and a4 wrote two, a4 and a3 one:
     * 3/2 in two. a0 and a3 wrote none.
     */
    @Test
    void theStrongestPathOfFewStepsNeedNotBeAmongTheStrongest() {
        List<PaperRow> papers = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            papers.add(paper(number, number / 4, number / 4 + 1));
        }
        papers.addAll(List.of(paper(12, 0, 4), paper(13, 0, 4), paper(14, 4, 3)));
        IndexSnapshot index = Bibliographies.index(EVERYONE, papers);
        try (Paths search = new Paths(index.authors(), PaperSet.all(index), rule(index), PathWeight.STRENGTH)) {
            int from = index.authors().ids().find("author:a0");
            int to = index.authors().ids().find("author:a3");
            assertThat(names(index, search.shortest(from, to, 1, 3))).containsExactly("a0 a1 a2 a3");
            assertThat(names(index, search.shortest(from, to, 1, 2))).containsExactly("a0 a4 a3");
            assertThat(search.shortest(from, to, 1, 1)).isEmpty();
        }
    }

    private static List<String> names(IndexSnapshot index, List<int[]> paths) {
        return paths.stream()
                .map(path -> Arrays.stream(path)
                        .mapToObj(ordinal -> index.authors().ids().get(ordinal).replace("author:", ""))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static int number(EgoNetwork network, int ordinal) {
        return IntStream.range(0, network.size())
                .filter(node -> network.ordinal(node) == ordinal)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void equallyShortPathsComeInTheOrderOfNames() {
        // a0 reaches a3 through a1, a2 or a4; folded names begin ar, bo, ce, di, ea.
        IndexSnapshot index = Bibliographies.index(
                EVERYONE,
                List.of(
                        paper(0, 0, 4),
                        paper(1, 4, 3),
                        paper(2, 0, 2),
                        paper(3, 2, 3),
                        paper(4, 0, 1),
                        paper(5, 1, 3)));
        try (Paths search = new Paths(index.authors(), PaperSet.all(index), rule(index), PathWeight.HOPS)) {
            int from = index.authors().ids().find("author:a0");
            int to = index.authors().ids().find("author:a3");
            assertThat(search.shortest(from, to, 10, 2).stream()
                            .map(path -> index.authors().ids().get(path[1])))
                    .containsExactly("author:a1", "author:a2", "author:a4");
            assertThat(search.shortest(from, from, 1, 0)).containsExactly(new int[] {from});
            assertThat(search.shortest(from, index.authors().ids().find("author:a7"), 3, Paths.ANY_LENGTH))
                    .isEmpty();
            assertThat(ConnectedComponents.sizeAround(from, index.authors(), PaperSet.all(index), rule(index)))
                    .isEqualTo(5);
        }
    }

    private static PaperRow paper(int number, Integer... people) {
        return Bibliographies.paper(number, null, List.of(), people);
    }

    @Test
    void communitiesAreGroupsWithFewTiesBetweenThem() {
        // Two fours who all wrote together, and one paper between them.
        IndexSnapshot index =
                Bibliographies.index(EVERYONE, List.of(paper(0, 0, 1, 2, 3), paper(1, 4, 5, 6, 7), paper(2, 3, 4)));
        EgoNetwork network = everyone(index);
        Communities communities = Communities.of(network.size(), network.edges(), network.strengths(), 1);
        List<List<String>> members = IntStream.range(0, communities.size())
                .filter(community -> communities.members(community).length > 1)
                .mapToObj(community -> Arrays.stream(communities.members(community))
                        .mapToObj(node -> network.nodes().ids().get(network.ordinal(node)))
                        .sorted()
                        .toList())
                .toList();
        assertThat(members)
                .containsExactlyInAnyOrder(
                        List.of("author:a0", "author:a1", "author:a2", "author:a3"),
                        List.of("author:a4", "author:a5", "author:a6", "author:a7"));
        // The one who also wrote with the others is the strongest.
        assertThat(IntStream.range(0, 2)
                        .mapToObj(community ->
                                network.nodes().ids().get(network.ordinal(communities.strongest(community)))))
                .containsExactlyInAnyOrder("author:a3", "author:a4");
    }

    @Test
    void aNodeWithoutEdgesIsACommunityOfItsOwn() {
        EgoNetwork network = everyone(Bibliographies.index(EVERYONE, List.of(paper(0, 0))));
        assertThat(Communities.of(network.size(), network.edges(), network.strengths(), 1)
                        .size())
                .isEqualTo(PEOPLE);
        assertThat(Communities.of(0, network.edges(), new double[0], 1).size()).isZero();
    }

    @Property(tries = 60)
    void positionsLieWithinTheirBoundsAndAreReproducible(
            @ForAll("papers") List<PaperRow> papers, @ForAll Layout layout) {
        EgoNetwork network = everyone(Bibliographies.index(EVERYONE, papers));
        Positions first = positions(network, layout);
        Positions second = positions(network, layout);
        for (int node = 0; node < network.size(); node++) {
            assertThat(first.x(node)).isBetween(-1.0, 1.0).isEqualTo(second.x(node));
            assertThat(first.y(node)).isBetween(-1.0, 1.0).isEqualTo(second.y(node));
        }
    }

    private static Positions positions(EgoNetwork network, Layout layout) {
        HeldNodes none = HeldNodes.of(network, List.of(), id -> -1);
        return layout == Layout.VOS
                ? Positions.vos(network.size(), network.edges(), none)
                : Positions.readable(
                        network.size(),
                        network.edges(),
                        Communities.of(network.size(), network.edges(), network.strengths(), 1),
                        none);
    }
}
