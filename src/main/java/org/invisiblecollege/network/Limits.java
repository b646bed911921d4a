package org.invisiblecollege.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.invisiblecollege.kernel.DomainException;

/**
 * How large a network may be, and which nodes and edges stay if it would be larger.
 *
 * @param depth steps outwards
 * @param maxNodes most nodes
 * @param maxEdges most edges, but for each node's strongest one, which always stays
 */
public record Limits(int depth, int maxNodes, int maxEdges) {

    private static final int DEEPEST = 4;
    private static final int MOST_NODES = 5_000;
    private static final int MOST_EDGES = 100_000;

    /** Strongest first. */
    public static final Comparator<Tie> STRONGEST = Comparator.comparingDouble(Tie::weight)
            .thenComparingInt(Tie::papers)
            .reversed()
            .thenComparing(Tie::source)
            .thenComparing(Tie::target);

    public Limits {
        check("depth", depth, DEEPEST);
        check("maxNodes", maxNodes, MOST_NODES);
        check("maxEdges", maxEdges, MOST_EDGES);
    }

    private static void check(String name, int value, int most) {
        if (value < 0 || value > most) {
            throw DomainException.invalid(name + " must be 0 to " + most + ", was " + value + ".");
        }
    }

    /**
     * The nodes that stay: the given ones, then those with the highest rank, then most papers, folded name, id.
     *
     * @throws DomainException INVALID_ARGUMENT if the given ones alone are more than allowed
     */
    public List<Candidate> keepNodes(
            Collection<Candidate> candidates, Collection<String> given, ToDoubleFunction<String> rank) {
        Set<String> always = new HashSet<>(given);
        if (always.size() > maxNodes) {
            throw DomainException.invalid(
                    "maxNodes is " + maxNodes + ", but " + always.size() + " nodes were given, which always stay.");
        }
        return candidates.stream()
                .sorted(Comparator.comparing((Candidate node) -> !always.contains(node.id()))
                        .thenComparing(Comparator.comparingDouble((Candidate node) -> rank.applyAsDouble(node.id()))
                                .reversed())
                        .thenComparing(
                                Comparator.comparingInt(Candidate::papers).reversed())
                        .thenComparing(Candidate::nameKey)
                        .thenComparing(Candidate::id))
                .limit(maxNodes)
                .toList();
    }

    /** The edges that stay between kept nodes, strongest first: each node's strongest, then the strongest of the rest. */
    public List<Tie> keepEdges(Collection<Tie> ties, Collection<Candidate> kept) {
        Set<String> nodes = kept.stream().map(Candidate::id).collect(Collectors.toSet());
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
            if (chosen.size() >= maxEdges) {
                break;
            }
            chosen.add(tie);
        }
        List<Tie> edges = new ArrayList<>(chosen);
        edges.sort(STRONGEST);
        return List.copyOf(edges);
    }
}
