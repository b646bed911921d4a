package org.invisiblecollege.topicnetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.network.CandidateNode;
import org.invisiblecollege.network.NetworkTotals;
import org.invisiblecollege.network.PlainPruning;
import org.invisiblecollege.network.PlainReach;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.paper.PapersTwin;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Answers questions for topic neighbourhoods in Cypher, without the index: tests compare the index with this twin, and the
 * benchmark measures the index against it. Supports neither {@code keep} nor narrower topics.
 */
public final class NeighbourhoodTwin {

    private static final CypherFile SCHEMES = file("schemes-of-topics");
    private static final CypherFile PAIRS_OF_MANY = file("pairs-of-many");
    private static final CypherFile PAIRS_AMONG = file("pairs-among");
    private static final CypherFile CANDIDATES = file("candidates");
    private static final CypherFile TOPICS_OF_SELECTION = file("topics-of-selection");
    private static final CypherFile TOTALS = file("totals");

    private final Graph graph;
    private final PapersTwin selector;

    public NeighbourhoodTwin(Graph graph) {
        this.graph = graph;
        this.selector = new PapersTwin(graph);
    }

    private static CypherFile file(String name) {
        return CypherFile.of(NeighbourhoodTwin.class, name);
    }

    /** What counts in an answer. */
    private record Scope(
            PapersTwin.Selected selection, @Nullable List<String> schemes, TopicView view) {

        Map<String, Object> parameters(Map<String, Object> others) {
            Map<String, Object> parameters = selection.parameters(others);
            parameters.put("schemes", schemes);
            parameters.put("methods", view.methods().stream().map(Enum::name).toList());
            parameters.put("minScore", view.minScore());
            return parameters;
        }
    }

    /** A node of an answer. */
    public record Node(String topic, int depth, double weight, int papers) {}

    /** An answer; each edge has its tie and the ratio of observed to expected papers. */
    public record Answer(List<Node> nodes, Map<Tie, Double> edges, NetworkTotals totals) {

        /** Fails unless a neighbourhood of the index is equal. */
        public void assertIs(TopicNeighbourhood answer, String about) {
            assertThat(answer.nodes().stream()
                            .map(node -> node.id() + " " + node.getDepth() + " " + node.getPapers())
                            .toList())
                    .as(about)
                    .isEqualTo(nodes.stream()
                            .map(node -> node.topic() + " " + node.depth() + " " + node.papers())
                            .toList());
            for (int i = 0; i < nodes.size(); i++) {
                assertThat(answer.nodes().get(i).getWeight())
                        .as(about)
                        .isCloseTo(nodes.get(i).weight(), within(1e-9));
            }
            assertThat(answer.edges().stream().map(TopicEdge::tie).toList())
                    .as(about)
                    .isEqualTo(List.copyOf(edges.keySet()));
            answer.edges()
                    .forEach(edge -> assertThat(edge.observedToExpected())
                            .as(about)
                            .isCloseTo(edges.get(edge.tie()), within(1e-9)));
            assertThat(NetworkTotals.of(answer.totals())).as(about).isEqualTo(totals);
        }
    }

    /** Returns the neighbourhood that a question asks for. */
    public Answer neighbourhood(NeighbourhoodQuestion question) {
        PapersTwin.Selected selection = selector.select(question.within());
        Scope scope = new Scope(selection, schemes(question), question.view());
        boolean byPapers = question.rankBy() == TopicRank.PAPERS;

        Map<String, CandidateNode> sizes = new HashMap<>();
        PlainReach reach = new PlainReach(question.topics(), byPapers ? Tie::papers : Tie::weight);
        int all = graph.one(
                TOTALS,
                scope.parameters(Map.of("topics", List.of())),
                row -> row.get("selected").asInt());
        for (int step = 0; step < question.limits().depth() && !reach.frontier().isEmpty(); step++) {
            List<Pair> pairs = pairs(PAIRS_OF_MANY, scope, reach.frontier(), question.minPapers());
            if (!byPapers) {
                sizes.putAll(candidates(scope, ends(pairs)));
            }
            reach.step(pairs.stream()
                    .map(pair -> byPapers ? pair.tie(pair.papers) : pair.tie(rank(pair, sizes, question, all)))
                    .toList());
        }
        boolean map = question.topics().isEmpty();
        Collection<String> reached = map
                ? graph.list(
                        TOPICS_OF_SELECTION,
                        scope.parameters(Map.of()),
                        row -> row.get("id").asString())
                : reach.nodes();
        sizes.putAll(candidates(scope, Set.copyOf(reached)));
        List<CandidateNode> candidates =
                reached.stream().flatMap(id -> Stream.ofNullable(sizes.get(id))).toList();
        List<Pair> among = pairs(PAIRS_AMONG, scope, Set.copyOf(reached), question.minPapers());
        List<Tie> ties = among.stream()
                .map(pair -> pair.tie(weight(pair, sizes, question)))
                .toList();
        Map<String, Double> strengths = PlainPruning.strengths(among.stream()
                .map(pair -> pair.tie(rank(pair, sizes, question, all)))
                .toList());
        List<CandidateNode> kept = new PlainPruning(question.limits())
                .nodes(candidates, question.topics(), id -> rank(id, map, byPapers, strengths, reach));
        List<Tie> edges = new PlainPruning(question.limits()).edges(ties, kept);
        Map<String, Double> weights = PlainPruning.strengths(edges);

        Record counts = graph.one(TOTALS, scope.parameters(Map.of("topics", reached)), row -> row);
        int selected = counts.get("selected").asInt();
        NetworkTotals totals = new NetworkTotals(
                candidates.size(),
                ties.size(),
                candidates.size() - kept.size(),
                ties.size() - edges.size(),
                counts.get("considered").asInt(),
                0,
                counts.get("incomplete").asInt(),
                counts.get("withoutYear").asInt());
        Map<Tie, Double> observed = new LinkedHashMap<>();
        edges.forEach(tie -> observed.put(tie, observedToExpected(tie, sizes, selected)));
        return new Answer(
                kept.stream()
                        .map(node -> new Node(
                                node.id(), reach.depth(node.id()), weights.getOrDefault(node.id(), 0.0), node.papers()))
                        .toList(),
                observed,
                totals);
    }

    /** Returns the rank of a topic; without given topics the most frequent ones stay, or those with the strongest ties. */
    private static double rank(
            String topic, boolean map, boolean byPapers, Map<String, Double> strengths, PlainReach reach) {
        if (!map) {
            // Ranks that differ by rounding errors alone are equal, so that papers decide.
            return Math.rint(reach.reach(topic) * 1e12) / 1e12;
        }
        return byPapers ? 0 : strengths.getOrDefault(topic, 0.0);
    }

    /** Two topics on the same papers. */
    private record Pair(
            String source,
            String target,
            int papers,
            @Nullable Integer firstYear,
            @Nullable Integer lastYear) {

        Tie tie(double weight) {
            return new Tie(source, target, weight, papers, firstYear, lastYear, false);
        }
    }

    private List<Pair> pairs(CypherFile statement, Scope scope, Set<String> topics, int minPapers) {
        return graph.list(
                statement,
                scope.parameters(Map.of("topics", topics, "minPapers", minPapers)),
                row -> new Pair(
                        row.get("source").asString(),
                        row.get("target").asString(),
                        row.get("papers").asInt(),
                        Columns.integer(row, "firstYear"),
                        Columns.integer(row, "lastYear")));
    }

    private Map<String, CandidateNode> candidates(Scope scope, Set<String> topics) {
        return graph.byKey(
                CANDIDATES,
                scope.parameters(Map.of("topics", topics)),
                "id",
                row -> new CandidateNode(
                        row.get("id").asString(),
                        row.get("labelKey").asString(),
                        row.get("papers").asInt()));
    }

    private @Nullable List<String> schemes(NeighbourhoodQuestion question) {
        if (question.schemes() != null || question.topics().isEmpty()) {
            return question.schemes();
        }
        return graph.list(
                SCHEMES,
                Map.of("topics", question.topics()),
                row -> row.get("scheme").asString());
    }

    private static Set<String> ends(List<Pair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.source, pair.target))
                .collect(Collectors.toSet());
    }

    private static double weight(Pair pair, Map<String, CandidateNode> sizes, NeighbourhoodQuestion question) {
        return question.normalisation().weight(pair.papers, size(sizes, pair.source), size(sizes, pair.target));
    }

    /** Significance is twice the papers times the mutual information of the two topics. */
    private static double rank(Pair pair, Map<String, CandidateNode> sizes, NeighbourhoodQuestion question, int all) {
        if (question.rankBy() != TopicRank.SIGNIFICANCE) {
            return weight(pair, sizes, question);
        }
        double left = size(sizes, pair.source) / (double) all;
        double right = size(sizes, pair.target) / (double) all;
        double both = pair.papers / (double) all;
        double information = information(both, left * right)
                + information(left - both, left * (1 - right))
                + information(right - both, (1 - left) * right)
                + information(1 - left - right + both, (1 - left) * (1 - right));
        return both > left * right ? 2 * all * information : 0;
    }

    private static double information(double observed, double expected) {
        return observed < 1e-12 ? 0 : observed * Math.log(observed / expected);
    }

    private static double observedToExpected(Tie tie, Map<String, CandidateNode> sizes, int selected) {
        return selected
                * Normalisation.ASSOCIATION_STRENGTH.weight(
                        tie.papers(), size(sizes, tie.source()), size(sizes, tie.target()));
    }

    private static int size(Map<String, CandidateNode> sizes, String topic) {
        CandidateNode candidate = sizes.get(topic);
        if (candidate == null) {
            throw new IllegalStateException("No size of " + topic);
        }
        return candidate.papers();
    }
}
