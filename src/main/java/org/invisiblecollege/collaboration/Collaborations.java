package org.invisiblecollege.collaboration;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Candidate;
import org.invisiblecollege.network.NetworkTotals;
import org.invisiblecollege.network.Reach;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.paper.Papers;
import org.invisiblecollege.paper.Selection;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Answers who works with whom, in Cypher. */
@Repository
public class Collaborations {

    private static final CypherFile TIES_OF_MANY = file("ties-of-many");
    private static final CypherFile TIES_AMONG = file("ties-among");
    private static final CypherFile LEFT_OUT_OF_MANY = file("left-out-of-many");
    private static final CypherFile CANDIDATES = file("candidates");
    private static final CypherFile AUTHORS_OF_SELECTION = file("authors-of-selection");
    private static final CypherFile TOTALS = file("totals");
    private static final CypherFile SUPPORTING_PAPERS = file("supporting-papers");

    private final Graph graph;
    private final Papers papers;

    Collaborations(Graph graph, Papers papers) {
        this.graph = graph;
        this.papers = papers;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(Collaborations.class, name);
    }

    /** The co-authors of some authors, by author id; by weight, then papers, folded name, id. */
    public Map<String, CoAuthors> coAuthors(
            Collection<String> authors,
            @Nullable PaperFilter within,
            Counting counting,
            @Nullable Integer maxAuthorsPerPaper) {
        CollaborationQuestion.check(maxAuthorsPerPaper);
        Selection selection = papers.select(within);
        Map<String, Object> parameters = parameters(selection, counting, maxAuthorsPerPaper);
        parameters.put("authors", authors);
        Map<String, List<Tie>> ties = graph.lists(TIES_OF_MANY, parameters, "source", Collaborations::tie);
        return graph.byKey(
                LEFT_OUT_OF_MANY,
                parameters,
                "of",
                row -> new CoAuthors(
                        ties.getOrDefault(row.get("of").asString(), List.of()),
                        row.get("overAuthorLimit").asInt(),
                        row.get("withoutYear").asInt()));
    }

    /** The network a question asks for. */
    public CollaborationNetwork network(CollaborationQuestion question) {
        Selection selection = papers.select(question.within(), question.authors(), List.of());
        Map<String, Object> parameters = parameters(selection, question.counting(), question.maxAuthorsPerPaper());

        Reach reach = new Reach(question.authors(), Tie::weight);
        for (int step = 0; step < question.limits().depth() && !reach.frontier().isEmpty(); step++) {
            parameters.put("authors", reach.frontier());
            List<Tie> ties = graph.list(TIES_OF_MANY, parameters, Collaborations::tie).stream()
                    .filter(tie -> isTie(tie, question))
                    .toList();
            reach.step(withoutRarePeople(ties, parameters, question));
        }
        boolean map = question.authors().isEmpty();
        Collection<String> reached = map
                ? graph.list(
                        AUTHORS_OF_SELECTION, parameters, row -> row.get("id").asString())
                : reach.nodes();
        parameters.put("authors", reached);
        List<Candidate> candidates = candidates(parameters, question);
        Set<String> ids = candidates.stream().map(Candidate::id).collect(Collectors.toSet());
        List<Tie> ties = graph.list(TIES_AMONG, parameters, Collaborations::tie).stream()
                .filter(tie -> isTie(tie, question) && ids.contains(tie.source()) && ids.contains(tie.target()))
                .toList();
        Map<String, Double> strengths = Tie.strengths(ties);
        List<Candidate> kept = question.limits()
                .keepNodes(
                        candidates, question.authors(), id -> map ? strengths.getOrDefault(id, 0.0) : reach.share(id));
        List<Tie> edges = question.limits().keepEdges(ties, kept);
        Map<String, Double> weights = Tie.strengths(edges);

        parameters.put("authors", ids);
        NetworkTotals totals = graph.one(
                TOTALS,
                parameters,
                row -> new NetworkTotals(
                        candidates.size(),
                        ties.size(),
                        candidates.size() - kept.size(),
                        ties.size() - edges.size(),
                        row.get("considered").asInt(),
                        row.get("overAuthorLimit").asInt(),
                        row.get("incomplete").asInt(),
                        row.get("withoutYear").asInt()));
        return new CollaborationNetwork(
                kept.stream()
                        .map(node -> new CollaborationNode(
                                node.id(), reach.depth(node.id()), weights.getOrDefault(node.id(), 0.0), node.papers()))
                        .toList(),
                edges.stream()
                        .map(tie -> new CollaborationEdge(tie, selection, question.maxAuthorsPerPaper()))
                        .toList(),
                totals,
                methods(question, selection, totals));
    }

    /** Pages of the papers behind some edges of one answer, newest first, by key of the edge's tie. */
    public Map<String, Page<Paper>> supportingPapers(Collection<CollaborationEdge> edges, PageRequest page) {
        CollaborationEdge any = edges.iterator().next();
        Map<String, Object> parameters = parameters(any.selection(), Counting.FULL, any.maxAuthorsPerPaper());
        parameters.put(
                "pairs", Tie.rows(edges.stream().map(CollaborationEdge::tie).toList()));
        Map<String, List<String>> ids = graph.byKey(
                SUPPORTING_PAPERS, parameters, "key", row -> row.get("papers").asList(Value::asString));
        return papers.pages(ids, page);
    }

    /** People with too few papers are not walked through either. */
    private List<Tie> withoutRarePeople(
            List<Tie> ties, Map<String, Object> parameters, CollaborationQuestion question) {
        if (question.minPapersPerAuthor() == 1) {
            return ties;
        }
        parameters.put("authors", ties.stream().map(Tie::target).distinct().toList());
        Set<String> frequent =
                candidates(parameters, question).stream().map(Candidate::id).collect(Collectors.toSet());
        return ties.stream().filter(tie -> frequent.contains(tie.target())).toList();
    }

    private List<Candidate> candidates(Map<String, Object> parameters, CollaborationQuestion question) {
        Set<String> given = new HashSet<>(question.authors());
        return graph
                .list(
                        CANDIDATES,
                        parameters,
                        row -> new Candidate(
                                row.get("id").asString(),
                                row.get("nameKey").asString(),
                                row.get("papers").asInt()))
                .stream()
                .filter(node -> node.papers() >= question.minPapersPerAuthor() || given.contains(node.id()))
                .toList();
    }

    private static boolean isTie(Tie tie, CollaborationQuestion question) {
        return tie.weight() >= question.minWeight() && tie.papers() >= question.minPapers();
    }

    private static String methods(CollaborationQuestion question, Selection selection, NetworkTotals totals) {
        String who = question.authors().isEmpty()
                ? "Collaboration network of the strongest authors"
                : "Collaboration network around " + String.join(", ", question.authors()) + " to depth "
                        + question.limits().depth();
        String limit = question.maxAuthorsPerPaper() == null
                ? "no limit of authors per paper"
                : "papers with more than " + question.maxAuthorsPerPaper() + " authors make no ties";
        return ("%s over %s; %s counting, %s; ties of at least %d papers and weight %s, people with at least %d papers;"
                        + " at most %d nodes by %s and %d edges by weight; ties among all kept nodes; %s.")
                .formatted(
                        who,
                        selection.inWords(),
                        question.counting().name().toLowerCase(Locale.ROOT),
                        limit,
                        question.minPapers(),
                        question.minWeight(),
                        question.minPapersPerAuthor(),
                        question.limits().maxNodes(),
                        question.authors().isEmpty() ? "strength" : "reach",
                        question.limits().maxEdges(),
                        totals.inWords());
    }

    private static Map<String, Object> parameters(
            Selection selection, Counting counting, @Nullable Integer maxAuthorsPerPaper) {
        return selection.parameters(Map.of(
                "counting",
                counting.name(),
                "maxAuthors",
                maxAuthorsPerPaper == null ? Integer.MAX_VALUE : maxAuthorsPerPaper));
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
