package org.invisiblecollege.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.network.CandidateNode;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.NetworkTotals;
import org.invisiblecollege.network.PlainPruning;
import org.invisiblecollege.network.PlainReach;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.paper.PapersTwin;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Answers questions for collaboration networks in Cypher, without the index: tests compare the index with this twin, and the
 * benchmark measures the index against it. Supports neither {@code keep} nor {@code sameAs}.
 */
public final class CollaborationTwin {

    private static final CypherFile TIES_OF_MANY = file("ties-of-many");
    private static final CypherFile TIES_AMONG = file("ties-among");
    private static final CypherFile CANDIDATES = file("candidates");
    private static final CypherFile AUTHORS_OF_SELECTION = file("authors-of-selection");
    private static final CypherFile TOTALS = file("totals");

    private final Graph graph;
    private final PapersTwin selector;

    public CollaborationTwin(Graph graph) {
        this.graph = graph;
        this.selector = new PapersTwin(graph);
    }

    private static CypherFile file(String name) {
        return CypherFile.of(CollaborationTwin.class, name);
    }

    /** A node of an answer. */
    public record Node(String author, int depth, double weight, int papers) {}

    /** An answer. */
    public record Answer(
            List<Node> nodes, List<Tie> edges, @Nullable NetworkTotals totals) {

        /** Fails unless a network of the index is equal; totals are compared if they were asked for. */
        public void assertIs(CollaborationNetwork network, String about) {
            assertThat(network.nodes().stream().map(node -> node.id() + " " + node.getDepth() + " " + node.getPapers()))
                    .as(about)
                    .containsExactlyElementsOf(nodes.stream()
                            .map(node -> node.author() + " " + node.depth() + " " + node.papers())
                            .toList());
            assertThat(inOrder(network.edges().stream().map(CollaborationEdge::tie)))
                    .as(about)
                    .containsExactlyElementsOf(inOrder(edges.stream()));
            if (totals != null) {
                assertThat(NetworkTotals.of(network.totals())).as(about).isEqualTo(totals);
            }
        }
    }

    /** Sorts ties by their ends and rounds weights, since sums of fractions differ by rounding errors. */
    static List<Tie> inOrder(Stream<Tie> ties) {
        return ties.map(tie -> new Tie(
                        tie.source(),
                        tie.target(),
                        Math.round(tie.weight() * 1e9) / 1e9,
                        tie.papers(),
                        tie.firstYear(),
                        tie.lastYear(),
                        tie.isUpperBound()))
                .sorted(Comparator.comparing(Tie::key))
                .toList();
    }

    /**
     * Returns the network that a question asks for.
     *
     * @param withTotals whether to compute totals, which need all ties among the authors reached
     */
    public Answer network(CollaborationQuestion question, boolean withTotals) {
        PapersTwin.Selected selection = selector.select(question.within());
        Map<String, Object> parameters = parameters(selection, question.counting(), question.maxAuthorsPerPaper());

        PlainReach reach = new PlainReach(question.authors(), Tie::weight);
        for (int step = 0; step < question.limits().depth() && !reach.frontier().isEmpty(); step++) {
            parameters.put("authors", reach.frontier());
            List<Tie> ties = graph.list(TIES_OF_MANY, parameters, CollaborationTwin::tie).stream()
                    .filter(tie -> isTie(tie, question))
                    .toList();
            reach.step(withoutRareAuthors(ties, parameters, question));
        }
        boolean isMap = question.authors().isEmpty();
        Collection<String> reached = isMap
                ? graph.list(
                        AUTHORS_OF_SELECTION, parameters, row -> row.get("id").asString())
                : reach.nodes();
        parameters.put("authors", reached);
        List<CandidateNode> candidates = candidates(parameters, question);
        Set<String> ids = candidates.stream().map(CandidateNode::id).collect(Collectors.toSet());
        Map<String, Double> strengths =
                isMap || withTotals ? PlainPruning.strengths(tiesAmong(ids, parameters, question)) : Map.of();
        List<CandidateNode> kept = new PlainPruning(question.limits())
                .nodes(
                        candidates,
                        question.authors(),
                        id -> rounded(isMap ? strengths.getOrDefault(id, 0.0) : reach.reach(id)));
        Set<String> keptIds = kept.stream().map(CandidateNode::id).collect(Collectors.toSet());
        List<Tie> all = tiesAmong(withTotals ? ids : keptIds, parameters, question);
        List<Tie> edges = new PlainPruning(question.limits()).edges(all, kept);
        Map<String, Double> weights = PlainPruning.strengths(edges);
        List<Node> nodes = new ArrayList<>();
        kept.forEach(node -> nodes.add(
                new Node(node.id(), reach.depth(node.id()), weights.getOrDefault(node.id(), 0.0), node.papers())));
        return new Answer(
                nodes, edges, withTotals ? totals(parameters, ids, all.size(), kept.size(), edges.size()) : null);
    }

    /** Returns all ties between authors, each pair once in the order of ids, without thresholds. */
    public List<Tie> ties(@Nullable PaperFilter within, Counting counting, @Nullable Integer maxAuthorsPerPaper) {
        Map<String, Object> parameters = parameters(selector.select(within), counting, maxAuthorsPerPaper);
        parameters.put(
                "authors",
                graph.list(
                        AUTHORS_OF_SELECTION, parameters, row -> row.get("id").asString()));
        return graph.list(TIES_AMONG, parameters, CollaborationTwin::tie);
    }

    private NetworkTotals totals(Map<String, Object> parameters, Set<String> ids, int ties, int kept, int edges) {
        parameters.put("authors", ids);
        return graph.one(
                TOTALS,
                parameters,
                row -> new NetworkTotals(
                        ids.size(),
                        ties,
                        ids.size() - kept,
                        ties - edges,
                        row.get("considered").asInt(),
                        row.get("overAuthorLimit").asInt(),
                        row.get("incomplete").asInt(),
                        row.get("withoutYear").asInt()));
    }

    private List<Tie> tiesAmong(Set<String> ids, Map<String, Object> parameters, CollaborationQuestion question) {
        parameters.put("authors", ids);
        return graph.list(TIES_AMONG, parameters, CollaborationTwin::tie).stream()
                .filter(tie -> isTie(tie, question))
                .toList();
    }

    /** Removes ties to authors with too few papers, who are not walked through either. */
    private List<Tie> withoutRareAuthors(
            List<Tie> ties, Map<String, Object> parameters, CollaborationQuestion question) {
        if (question.minPapersPerAuthor() == 1) {
            return ties;
        }
        parameters.put("authors", ties.stream().map(Tie::target).distinct().toList());
        Set<String> frequent =
                candidates(parameters, question).stream().map(CandidateNode::id).collect(Collectors.toSet());
        return ties.stream().filter(tie -> frequent.contains(tie.target())).toList();
    }

    private List<CandidateNode> candidates(Map<String, Object> parameters, CollaborationQuestion question) {
        Set<String> given = new HashSet<>(question.authors());
        return graph
                .list(
                        CANDIDATES,
                        parameters,
                        row -> new CandidateNode(
                                row.get("id").asString(),
                                row.get("nameKey").asString(),
                                row.get("papers").asInt()))
                .stream()
                .filter(node -> node.papers() >= question.minPapersPerAuthor() || given.contains(node.id()))
                .toList();
    }

    /** Rounds a rank, since equal sums of fractions differ by rounding errors here and papers and names would not decide. */
    private static double rounded(double rank) {
        return Math.round(rank * 1e12) / 1e12;
    }

    /** A sum of fractions may fall short of a threshold by a rounding error. */
    private static boolean isTie(Tie tie, CollaborationQuestion question) {
        return tie.weight() >= question.minWeight() - 1e-9 && tie.papers() >= question.minPapers();
    }

    private static Map<String, Object> parameters(
            PapersTwin.Selected selection, Counting counting, @Nullable Integer maxAuthorsPerPaper) {
        return new HashMap<>(selection.parameters(Map.of(
                "counting",
                counting.name(),
                "maxAuthors",
                maxAuthorsPerPaper == null ? Integer.MAX_VALUE : maxAuthorsPerPaper)));
    }

    private static Tie tie(Record row) {
        return new Tie(
                row.get("source").asString(),
                row.get("target").asString(),
                row.get("weight").asDouble(),
                row.get("papers").asInt(),
                Columns.integer(row, "firstYear"),
                Columns.integer(row, "lastYear"),
                row.get("isUpperBound").asBoolean());
    }
}
