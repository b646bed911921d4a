package org.invisiblecollege.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.network.CandidateNode;
import org.invisiblecollege.network.PlainPruning;
import org.invisiblecollege.network.PlainReach;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.paper.PapersTwin;

/**
 * Answers questions for networks of organisations from all their ties, which Cypher counts: tests compare the index with this
 * twin. Supports neither {@code keep} nor countries.
 */
final class OrganisationTwin {

    private static final CypherFile TIES = CypherFile.of(OrganisationTwin.class, "organisation-ties");
    private static final CypherFile CANDIDATES = CypherFile.of(OrganisationTwin.class, "organisation-candidates");

    private final Graph graph;
    private final PapersTwin selector;

    OrganisationTwin(Graph graph) {
        this.graph = graph;
        this.selector = new PapersTwin(graph);
    }

    /** Fails unless a network of the index is equal. */
    void assertIs(OrganisationNetwork network, String about) {
        OrganisationQuestion question = network.question();
        Map<String, Object> parameters = selector.select(question.within())
                .parameters(Map.of("counting", question.counting().name()));
        List<Tie> all = graph
                .list(
                        TIES,
                        parameters,
                        row -> new Tie(
                                row.get("source").asString(),
                                row.get("target").asString(),
                                row.get("weight").asDouble(),
                                row.get("papers").asInt(),
                                Columns.integer(row, "firstYear"),
                                Columns.integer(row, "lastYear"),
                                false))
                .stream()
                // A sum of fractions may fall short of a threshold by a rounding error.
                .filter(tie -> tie.weight() >= question.minWeight() - 1e-9 && tie.papers() >= question.minPapers())
                .toList();
        Map<String, CandidateNode> candidates = graph.byKey(
                CANDIDATES,
                parameters,
                "id",
                row -> new CandidateNode(
                        row.get("id").asString(),
                        row.get("nameKey").asString(),
                        row.get("papers").asInt()));
        boolean map = question.organisations().isEmpty();
        PlainReach reach = new PlainReach(question.organisations(), Tie::weight);
        for (int step = 0; step < question.limits().depth(); step++) {
            reach.step(from(reach.frontier(), all));
        }
        Map<String, Double> strengths = PlainPruning.strengths(all);
        Collection<String> reached = map
                ? candidates.values().stream()
                        .filter(each -> each.papers() > 0)
                        .map(CandidateNode::id)
                        .toList()
                : reach.nodes();
        PlainPruning pruning = new PlainPruning(question.limits());
        List<CandidateNode> kept = pruning.nodes(
                reached.stream()
                        .flatMap(id -> Stream.ofNullable(candidates.get(id)))
                        .toList(),
                question.organisations(),
                id -> Math.round((map ? strengths.getOrDefault(id, 0.0) : reach.reach(id)) * 1e12) / 1e12);
        assertThat(network.nodes().stream().map(node -> node.id() + " " + node.getDepth() + " " + node.getPapers()))
                .as(about)
                .containsExactlyElementsOf(kept.stream()
                        .map(node -> node.id() + " " + reach.depth(node.id()) + " " + node.papers())
                        .toList());
        assertThat(CollaborationTwin.inOrder(network.edges().stream().map(OrganisationEdge::tie)))
                .as(about)
                .containsExactlyElementsOf(CollaborationTwin.inOrder(pruning.edges(all, kept).stream()));
        assertThat(network.totals().nodesReached()).as(about).isEqualTo(reached.size());
        Set<String> ends = Set.copyOf(reached);
        assertThat(network.totals().edgesReached()).as(about).isEqualTo((int) all.stream()
                .filter(tie -> ends.contains(tie.source()) && ends.contains(tie.target()))
                .count());
    }

    /** Returns the ties of some organisations, each seen from there. */
    private static List<Tie> from(Set<String> frontier, List<Tie> all) {
        List<Tie> from = new ArrayList<>();
        for (Tie tie : all) {
            if (frontier.contains(tie.source())) {
                from.add(tie);
            }
            if (frontier.contains(tie.target())) {
                from.add(new Tie(
                        /* source= */ tie.target(),
                        /* target= */ tie.source(),
                        tie.weight(),
                        tie.papers(),
                        tie.firstYear(),
                        tie.lastYear(),
                        tie.isUpperBound()));
            }
        }
        return from;
    }
}
