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

/** Paths and centralities are those that JGraphT finds on the same ties, of bibliographies drawn at random. */
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
                index.authors(),
                index.papers(),
                PaperSet.all(index),
                rule(index),
                new EgoNetwork.Start(all, new IntArrayList(), any -> true, false, new Limits(0, 100, 10_000)));
    }

    private static EdgeRule rule(IndexSnapshot index) {
        return EdgeRule.ofAuthors(index.papers(), index.authors(), Counting.FRACTIONAL, null, 0, 1);
    }

    /** Over the places of nodes in the network; weights are those of the ties. */
    private static SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph(EgoNetwork network) {
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        IntStream.range(0, network.size()).forEach(graph::addVertex);
        EdgeList ties = network.ties();
        for (int tie = 0; tie < ties.size(); tie++) {
            graph.setEdgeWeight(graph.addEdge(ties.source(tie), ties.target(tie)), ties.weight(tie));
        }
        return graph;
    }

    @Property(tries = 300)
    void centralitiesAreThoseOfAnotherLibrary(@ForAll("papers") List<PaperRow> papers) {
        EgoNetwork network = everyone(Bibliographies.index(EVERYONE, papers));
        Centralities centralities = new Centralities(Adjacency.of(network.size(), network.ties()));
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> weighted = graph(network);
        Map<Integer, Double> pageRank = new PageRank<>(weighted, 0.85, 1_000, 1e-12).getScores();
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> hops = graph(network);
        hops.edgeSet().forEach(edge -> hops.setEdgeWeight(edge, 1));
        Map<Integer, Double> betweenness = new BetweennessCentrality<>(hops).getScores();
        boolean isWhole = new ConnectivityInspector<>(hops).isConnected();
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
            if (isWhole) {
                assertThat(centralities.value(node, Centrality.CLOSENESS))
                        .isCloseTo(closeness.getOrDefault(node, -1.0), within(1e-9));
            }
            assertThat(centralities.isExact(Centrality.BETWEENNESS)).isTrue();
        }
    }

    @Property(tries = 300)
    void pathsAreAsShortAsThoseOfAnotherLibrary(@ForAll("papers") List<PaperRow> papers) {
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
                paths = search.shortest(network.unit(0), network.unit(1), 6, Paths.ANY_LENGTH);
            }
            assertThat(paths).hasSameSizeAs(expected);
            TreeSet<String> different = new TreeSet<>();
            for (int i = 0; i < paths.size(); i++) {
                double cost = 0;
                int[] path = paths.get(i);
                different.add(Arrays.toString(path));
                for (int step = 0; step + 1 < path.length; step++) {
                    cost += costs.getEdgeWeight(
                            costs.getEdge(place(network, path[step]), place(network, path[step + 1])));
                }
                assertThat(cost).isCloseTo(expected.get(i), within(1e-6));
                assertThat(Arrays.stream(path).distinct().count()).isEqualTo(path.length);
            }
            assertThat(different).hasSameSizeAs(paths);
        }
    }

    /** What a path costs: 1/weight of its ties to eight digits, then its steps. */
    private record Whole(long cost, List<Integer> nodes) {}

    @Property(tries = 400)
    void pathsOfSoManyStepsAreTheFirstOfAll(
            @ForAll("papers") List<PaperRow> papers, @ForAll @IntRange(max = 5) int mostHops) {
        IndexSnapshot index = Bibliographies.index(EVERYONE, papers);
        EgoNetwork network = everyone(index);
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = graph(network);
        for (PathWeight by : PathWeight.values()) {
            Comparator<Whole> byCost = Comparator.comparingLong(Whole::cost);
            Comparator<Whole> bySteps = Comparator.comparingInt(path -> path.nodes.size());
            List<Whole> all = new ArrayList<>();
            everyPath(graph, new Whole(0, List.of(0)), 1, mostHops, all);
            List<List<Integer>> expected = all.stream()
                    .sorted((by == PathWeight.HOPS ? bySteps.thenComparing(byCost) : byCost.thenComparing(bySteps))
                            .thenComparing(path -> names(index, network, path.nodes), Arrays::compare))
                    .limit(4)
                    .map(Whole::nodes)
                    .toList();
            try (Paths search = new Paths(index.authors(), PaperSet.all(index), rule(index), by)) {
                List<List<Integer>> found = search.shortest(network.unit(0), network.unit(1), 4, mostHops).stream()
                        .map(path -> Arrays.stream(path)
                                .map(unit -> place(network, unit))
                                .boxed()
                                .toList())
                        .toList();
                assertThat(found).isEqualTo(expected);
                boolean areConnected = new ConnectivityInspector<>(graph).pathExists(0, 1);
                assertThat(search.areConnected(network.unit(0), network.unit(1)))
                        .isEqualTo(areConnected);
            }
        }
    }

    private static void everyPath(
            SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph,
            Whole path,
            int to,
            int mostHops,
            List<Whole> all) {
        int at = path.nodes.getLast();
        if (at == to) {
            all.add(path);
        } else if (path.nodes.size() <= mostHops) {
            for (DefaultWeightedEdge edge : graph.edgesOf(at)) {
                int next = Graphs.getOppositeVertex(graph, edge, at);
                if (!path.nodes.contains(next)) {
                    List<Integer> nodes = new ArrayList<>(path.nodes);
                    nodes.add(next);
                    long cost = path.cost + Math.round(1e8 / graph.getEdgeWeight(edge));
                    everyPath(graph, new Whole(cost, nodes), to, mostHops, all);
                }
            }
        }
    }

    private static int[] names(IndexSnapshot index, EgoNetwork network, List<Integer> nodes) {
        return nodes.stream()
                .mapToInt(node -> index.authors().rank()[network.unit(node)])
                .toArray();
    }

    /**
     * a0 and a1 wrote four papers together, as did a1 and a2, and a2 and a3: 3/4 in three steps. a0 and a4 wrote two, a4 and a3 one:
     * 3/2 in two. a0 and a3 wrote none.
     */
    @Test
    void theStrongestOfSoManyStepsNeedNotBeAmongTheStrongest() {
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
                        .mapToObj(unit -> index.authors().ids().get(unit).replace("author:", ""))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static int place(EgoNetwork network, int unit) {
        return IntStream.range(0, network.size())
                .filter(node -> network.unit(node) == unit)
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
        Communities communities = Communities.of(network.size(), network.ties(), network.weights(), 1);
        List<List<String>> members = IntStream.range(0, communities.size())
                .filter(community -> communities.members(community).length > 1)
                .mapToObj(community -> Arrays.stream(communities.members(community))
                        .mapToObj(node -> network.units().ids().get(network.unit(node)))
                        .sorted()
                        .toList())
                .toList();
        assertThat(members)
                .containsExactlyInAnyOrder(
                        List.of("author:a0", "author:a1", "author:a2", "author:a3"),
                        List.of("author:a4", "author:a5", "author:a6", "author:a7"));
        // The one who also wrote with the others is the strongest.
        assertThat(IntStream.range(0, 2)
                        .mapToObj(
                                community -> network.units().ids().get(network.unit(communities.strongest(community)))))
                .containsExactlyInAnyOrder("author:a3", "author:a4");
    }

    @Test
    void whoIsTiedToNobodyIsAlone() {
        EgoNetwork network = everyone(Bibliographies.index(EVERYONE, List.of(paper(0, 0))));
        assertThat(Communities.of(network.size(), network.ties(), network.weights(), 1)
                        .size())
                .isEqualTo(PEOPLE);
        assertThat(Communities.of(0, network.ties(), new double[0], 1).size()).isZero();
    }

    @Property(tries = 60)
    void positionsLieInTheirFrameAndDoNotChange(@ForAll("papers") List<PaperRow> papers) {
        EgoNetwork network = everyone(Bibliographies.index(EVERYONE, papers));
        Positions one = Positions.of(network.size(), network.ties());
        Positions other = Positions.of(network.size(), network.ties());
        for (int node = 0; node < network.size(); node++) {
            assertThat(one.x(node)).isBetween(-1.0, 1.0).isEqualTo(other.x(node));
            assertThat(one.y(node)).isBetween(-1.0, 1.0).isEqualTo(other.y(node));
        }
    }
}
