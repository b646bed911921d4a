package org.invisiblecollege.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.invisiblecollege.kernel.DomainException;

/** Decides which nodes and edges stay, by the rules of the schema in plain collections, for the Cypher twins. */
public record PlainPruning(Limits limits) {

    /** Strongest first. */
    public static final Comparator<Tie> STRONGEST = Comparator.comparingDouble(Tie::weight)
            .thenComparingInt(Tie::papers)
            .reversed()
            .thenComparing(Tie::source)
            .thenComparing(Tie::target);

    /**
     * Returns the nodes that stay: the given ones, then those with the highest rank, then most papers, folded name, id.
     *
     * @throws DomainException INVALID_ARGUMENT if the given ones alone are more than allowed
     */
    public List<CandidateNode> nodes(
            Collection<CandidateNode> candidates, Collection<String> given, ToDoubleFunction<String> rank) {
        Set<String> always = new HashSet<>(given);
        if (always.size() > limits.maxNodes()) {
            throw DomainException.invalid(
                    "maxNodes is " + limits.maxNodes() + ", but " + always.size() + " given nodes always stay.");
        }
        return candidates.stream()
                .sorted(Comparator.comparing((CandidateNode node) -> !always.contains(node.id()))
                        .thenComparing(Comparator.comparingDouble((CandidateNode node) -> rank.applyAsDouble(node.id()))
                                .reversed())
                        .thenComparing(
                                Comparator.comparingInt(CandidateNode::papers).reversed())
                        .thenComparing(CandidateNode::nameKey)
                        .thenComparing(CandidateNode::id))
                .limit(limits.maxNodes())
                .toList();
    }

    /** Sums the weights of the ties of each node. */
    public static Map<String, Double> strengths(Collection<Tie> ties) {
        Map<String, Double> strengths = new HashMap<>();
        ties.forEach(tie -> {
            strengths.merge(tie.source(), tie.weight(), Double::sum);
            strengths.merge(tie.target(), tie.weight(), Double::sum);
        });
        return strengths;
    }

    /** Returns the edges that stay between kept nodes, strongest first: each node's strongest, then the strongest of the rest. */
    public List<Tie> edges(Collection<Tie> ties, Collection<CandidateNode> kept) {
        Set<String> nodes = kept.stream().map(CandidateNode::id).collect(Collectors.toSet());
        List<Tie> sorted = ties.stream()
                .filter(tie -> nodes.contains(tie.source()) && nodes.contains(tie.target()))
                .sorted(STRONGEST)
                .toList();
        Set<String> tied = new HashSet<>();
        Set<Tie> chosen = new LinkedHashSet<>();
        for (Tie tie : sorted) {
            boolean strongestOfSource = tied.add(tie.source());
            boolean strongestOfTarget = tied.add(tie.target());
            if (strongestOfSource || strongestOfTarget) {
                chosen.add(tie);
            }
        }
        for (Tie tie : sorted) {
            if (chosen.size() >= limits.maxEdges()) {
                break;
            }
            chosen.add(tie);
        }
        List<Tie> edges = new ArrayList<>(chosen);
        edges.sort(STRONGEST);
        return List.copyOf(edges);
    }
}
