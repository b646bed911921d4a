package org.invisiblecollege.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.AnthologyExcerpt;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.Nodes;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.PathWeight;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.PaperFilters;
import org.invisiblecollege.selection.YearWindow;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.NeighbourhoodQuestion;
import org.invisiblecollege.topicnetwork.NeighbourhoodTwin;
import org.invisiblecollege.topicnetwork.Neighbourhoods;
import org.invisiblecollege.topicnetwork.Normalisation;
import org.invisiblecollege.topicnetwork.TopicRank;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The index, Cypher and JGraphT agree on real papers, with all their namesakes, gaps and long author lists. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@GivenData("data/acl-anthology.tar.xz")
class AnthologyNetworksIT {

    private static final PaperFilter EARLIER = PaperFilters.of(new YearWindow(null, 2017), null, null, null);
    private static final PaperFilter FEW_AUTHORS = PaperFilters.of(new YearWindow(2014, 2023), null, null, 5);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private AnthologyExcerpt anthology;

    @SuppressWarnings("NullAway.Init")
    private Collaborations collaborations;

    @SuppressWarnings("NullAway.Init")
    private Graph graph;

    @SuppressWarnings("NullAway.Init")
    private IndexSnapshot index;

    @BeforeAll
    void load(@TempDir Path folder) throws IOException, InterruptedException {
        anthology = new AnthologyExcerpt(folder);
        collaborations = anthology.bean(Collaborations.class);
        graph = anthology.bean(Graph.class);
        index = anthology.bean(LiveIndex.class).current();
    }

    @AfterAll
    void close() {
        anthology.close();
    }

    /** Returns some nodes drawn evenly from all, which are sorted by their papers. */
    private static List<String> some(Nodes nodes, int minPapers, int count) {
        List<Integer> frequent = IntStream.range(0, nodes.count())
                .filter(node -> nodes.papers().size(node) >= minPapers)
                .boxed()
                .sorted((left, right) ->
                        nodes.papers().size(right) - nodes.papers().size(left))
                .toList();
        assertThat(frequent).hasSizeGreaterThan(count);
        return IntStream.range(0, count)
                .mapToObj(i -> nodes.ids().get(frequent.get(i * frequent.size() / count)))
                .toList();
    }

    @Test
    void collaborationNetworksEqualThoseOfCypher() {
        CollaborationTwin cypher = new CollaborationTwin(graph);
        List<CollaborationQuestion> questions = List.of(
                CollaborationsIT.question(null, Counting.FULL, 100, 0, 1, 1, 1, 150, 1500),
                CollaborationsIT.question(EARLIER, Counting.FRACTIONAL, 10, 0, 1, 1, 2, 60, 200),
                CollaborationsIT.question(null, Counting.REFINED, null, 0.05, 1, 1, 2, 150, 1500),
                CollaborationsIT.question(null, Counting.FULL, 100, 0, 2, 2, 3, 150, 1500),
                CollaborationsIT.question(FEW_AUTHORS, Counting.FRACTIONAL, 100, 0.25, 1, 1, 3, 40, 60));
        for (CollaborationQuestion question : questions) {
            List<List<String>> people = new ArrayList<>(List.of(List.of()));
            some(index.authors(), 2, 20).forEach(each -> people.add(List.of(each)));
            people.add(some(index.authors(), 3, 5));
            for (List<String> each : people) {
                CollaborationQuestion asked = CollaborationsIT.around(question, each);
                cypher.network(asked, true).assertIs(collaborations.network(asked), asked.toString());
            }
        }
    }

    @Test
    void organisationNetworksEqualThoseOfCypher() {
        OrganisationTwin twin = new OrganisationTwin(graph);
        PaperFilter last = PaperFilters.since(2024);
        for (Counting counting : Counting.values()) {
            List<List<String>> asked = new ArrayList<>(List.of(List.of()));
            some(index.organisations(), 3, 8).forEach(each -> asked.add(List.of(each)));
            for (List<String> each : asked) {
                Stream.of(
                                organisations(each, null, counting, 0, 1, 2, 100, 300),
                                organisations(each, each.isEmpty() ? last : null, counting, 0.5, 2, 3, 20, 15))
                        .forEach(
                                question -> twin.assertIs(collaborations.organisations(question), question.toString()));
            }
        }
    }

    private static OrganisationQuestion organisations(
            List<String> organisations,
            @Nullable PaperFilter within,
            Counting counting,
            double minWeight,
            int minPapers,
            int depth,
            int maxNodes,
            int maxEdges) {
        return new OrganisationQuestion(
                organisations,
                List.of(),
                OrganisationQuestion.Level.ORGANISATION,
                within,
                counting,
                minWeight,
                minPapers,
                depth,
                maxNodes,
                maxEdges,
                1,
                Layout.READABLE,
                List.of());
    }

    @Test
    void topicNeighbourhoodsEqualThoseOfCypher() {
        Neighbourhoods neighbourhoods = anthology.bean(Neighbourhoods.class);
        NeighbourhoodTwin cypher = new NeighbourhoodTwin(graph);
        List<String> topics = some(index.topics(), 5, 16);
        List<Normalisation> normalisations = List.of(Normalisation.values());
        for (int i = 0; i < topics.size(); i++) {
            NeighbourhoodQuestion question = new NeighbourhoodQuestion(
                    List.of(topics.get(i)),
                    List.of(),
                    i % 4 < 2 ? null : FEW_AUTHORS,
                    normalisations.get(i % normalisations.size()),
                    i % 5 < 2 ? TopicRank.PAPERS : TopicRank.WEIGHT,
                    null,
                    Set.of(TopicMethod.MATCHED),
                    0,
                    false,
                    1 + i % 3,
                    2,
                    50,
                    200,
                    1,
                    Layout.READABLE,
                    List.of());
            cypher.neighbourhood(question).assertIs(neighbourhoods.neighbourhood(question), question.toString());
        }
    }

    @Test
    void pathsEqualThoseOfJGraphT() {
        CollaborationTwin cypher = new CollaborationTwin(graph);
        List<String> people = some(index.authors(), 2, 12);
        paths(people, cypher, null, Counting.FULL, 100);
        paths(people, cypher, EARLIER, Counting.FRACTIONAL, 100);
        paths(people, cypher, FEW_AUTHORS, Counting.REFINED, 4);
    }

    private void paths(
            List<String> people,
            CollaborationTwin cypher,
            @Nullable PaperFilter within,
            Counting counting,
            int maxAuthorsPerPaper) {
        List<Tie> ties = cypher.ties(within, counting, maxAuthorsPerPaper);
        SimpleWeightedGraph<String, DefaultWeightedEdge> hops = graph(people, ties, tie -> 1);
        SimpleWeightedGraph<String, DefaultWeightedEdge> costs = graph(people, ties, tie -> 1 / tie.weight());
        for (int i = 0; i < people.size(); i++) {
            String from = people.get(i);
            String to = people.get((i + 5) % people.size());
            for (PathWeight by : PathWeight.values()) {
                List<Double> expected = new YenKShortestPath<>(by == PathWeight.HOPS ? hops : costs)
                        .getPaths(from, to, 3).stream()
                                .map(path -> path.getWeight())
                                .toList();
                CollaborationPaths answer = collaborations.paths(
                        new PathsQuestion(from, to, 3, by, counting, within, maxAuthorsPerPaper, 100));
                assertThat(answer.connected()).isEqualTo(!expected.isEmpty());
                assertThat(answer.paths()).as("%s to %s", from, to).hasSameSizeAs(expected);
                for (int path = 0; path < expected.size(); path++) {
                    assertThat(
                                    by == PathWeight.HOPS
                                            ? answer.paths().get(path).length()
                                            : answer.paths().get(path).cost())
                            .isCloseTo(expected.get(path), within(1e-6));
                }
            }
            List<Map<String, Double>> cheapest = cheapest(ties, from, 6);
            for (int most = 0; most < cheapest.size(); most++) {
                CollaborationPaths answer = collaborations.paths(new PathsQuestion(
                        from, to, 1, PathWeight.STRENGTH, counting, within, maxAuthorsPerPaper, most));
                Double cost = cheapest.get(most).get(to);
                assertThat(answer.paths()).as("%s to %s in %d", from, to, most).hasSize(cost == null ? 0 : 1);
                if (cost != null) {
                    assertThat(answer.paths().getFirst().cost()).isCloseTo(cost, within(1e-6));
                    assertThat(answer.paths().getFirst().length()).isLessThanOrEqualTo(most);
                }
            }
        }
    }

    private static SimpleWeightedGraph<String, DefaultWeightedEdge> graph(
            List<String> people, List<Tie> ties, ToDoubleFunction<Tie> cost) {
        SimpleWeightedGraph<String, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        people.forEach(graph::addVertex);
        for (Tie tie : ties) {
            graph.addVertex(tie.source());
            graph.addVertex(tie.target());
            graph.setEdgeWeight(graph.addEdge(tie.source(), tie.target()), cost.applyAsDouble(tie));
        }
        return graph;
    }

    /** Returns the least sums of 1/weight for each number of steps, by the recurrence of Bellman and Ford. */
    private static List<Map<String, Double>> cheapest(List<Tie> ties, String from, int most) {
        List<Map<String, Double>> within = new ArrayList<>(List.of(Map.of(from, 0.0)));
        for (int hops = 1; hops <= most; hops++) {
            Map<String, Double> before = within.getLast();
            Map<String, Double> next = new HashMap<>(before);
            for (Tie tie : ties) {
                Double atSource = before.get(tie.source());
                Double atTarget = before.get(tie.target());
                if (atSource != null) {
                    next.merge(tie.target(), atSource + 1 / tie.weight(), Math::min);
                }
                if (atTarget != null) {
                    next.merge(tie.source(), atTarget + 1 / tie.weight(), Math::min);
                }
            }
            within.add(next);
        }
        return within;
    }
}
