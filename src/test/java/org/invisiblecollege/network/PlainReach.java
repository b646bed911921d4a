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
 * Walks outwards from given nodes in plain collections, for the Cypher twins: how many steps each node is away, and its reach.
 * Given nodes have reach 1; a step outwards gives {@code reach(x) = Σ reach(y)·w(y,x) / Σz w(y,z)} over the y one step nearer.
 */
public final class PlainReach {

    private final ToDoubleFunction<Tie> weight;
    private final Map<String, Integer> depths = new LinkedHashMap<>();
    private final Map<String, Double> reaches = new HashMap<>();
    private Set<String> frontier;

    /** @param weight what of a tie attracts a walker */
    public PlainReach(Collection<String> given, ToDoubleFunction<Tie> weight) {
        this.weight = weight;
        this.frontier = new LinkedHashSet<>(given);
        given.forEach(id -> {
            depths.put(id, 0);
            reaches.put(id, 1.0);
        });
    }

    /** Returns the nodes reached last, from which the next step starts. */
    public Set<String> frontier() {
        return frontier;
    }

    /** Takes one step outwards along all ties of the frontier, each seen from its frontier node. */
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
            double share = reach(tie.source()) * weight.applyAsDouble(tie) / totals.getOrDefault(tie.source(), 1.0);
            reaches.merge(tie.target(), share, Double::sum);
        }
        frontier = next;
    }

    /** Returns all nodes reached. */
    public Set<String> nodes() {
        return depths.keySet();
    }

    /** Returns the steps from the given nodes. */
    public int depth(String id) {
        return depths.getOrDefault(id, 0);
    }

    /** Returns the reach of a node. */
    public double reach(String id) {
        return reaches.getOrDefault(id, 0.0);
    }
}
