package org.invisiblecollege.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A walk outwards from given nodes: how far each node is, and what share of a random walker from the given ones comes
 * by. The given ones have reach 1; a step outwards gives {@code reach(x) = Σ reach(y)·w(y,x) / Σz w(y,z)} over the y
 * one step nearer.
 */
public final class Reach {

    private final ToDoubleFunction<Tie> weight;
    private final Map<String, Integer> depths = new LinkedHashMap<>();
    private final Map<String, Double> shares = new HashMap<>();
    private Set<String> frontier;

    /** @param weight what of a tie draws the walker */
    public Reach(Collection<String> given, ToDoubleFunction<Tie> weight) {
        this.weight = weight;
        this.frontier = new LinkedHashSet<>(given);
        given.forEach(id -> {
            depths.put(id, 0);
            shares.put(id, 1.0);
        });
    }

    /** The nodes reached last, from which the next step goes. */
    public Set<String> frontier() {
        return frontier;
    }

    /** Goes one step outwards along all ties of the frontier, each seen from its frontier node. */
    public void step(List<Tie> ties) {
        Map<String, Double> totals =
                ties.stream().collect(Collectors.groupingBy(Tie::source, Collectors.summingDouble(weight)));
        int depth = 1 + frontier.stream().mapToInt(depths::get).max().orElse(0);
        Set<String> inside = new HashSet<>(depths.keySet());
        Set<String> next = new LinkedHashSet<>();
        for (Tie tie : ties) {
            if (inside.contains(tie.target())) {
                continue;
            }
            next.add(tie.target());
            depths.putIfAbsent(tie.target(), depth);
            double share = share(tie.source()) * weight.applyAsDouble(tie) / totals.getOrDefault(tie.source(), 1.0);
            shares.merge(tie.target(), share, Double::sum);
        }
        frontier = next;
    }

    /** All nodes reached. */
    public Set<String> nodes() {
        return depths.keySet();
    }

    /** Steps from the given nodes. */
    public int depth(String id) {
        return depths.getOrDefault(id, 0);
    }

    /** The walker's share. */
    public double share(String id) {
        return shares.getOrDefault(id, 0.0);
    }
}
