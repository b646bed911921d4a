package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.invisiblecollege.index.NodeSet;

/** Finds the nodes between given ones that are not given themselves. */
public final class Bridges {

    private Bridges() {}

    /**
     * A node tied to two or more given ones. All nodes are ordinals in the index.
     *
     * @param between the given nodes it is tied to, in the order given
     * @param papers joint papers with them, each tie counted
     */
    public record Bridge(int node, List<Integer> between, int papers) {}

    /** Returns all bridges: those tied to most given nodes first, then by papers, folded name, id. */
    static List<Bridge> of(NodeSet nodes, NeighbourScan scan, IntArrayList given) {
        Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();
        List<Bridge> found = new ArrayList<>();
        for (int from : given) {
            scan.scan(from);
            for (int i = 0; i < scan.size(); i++) {
                int neighbour = scan.neighbour(i);
                if (given.contains(neighbour)) {
                    continue;
                }
                int number = numbers.getOrDefault(neighbour, found.size());
                if (number == found.size()) {
                    numbers.put(neighbour, number);
                    found.add(new Bridge(neighbour, new ArrayList<>(), 0));
                }
                Bridge bridge = found.get(number);
                bridge.between.add(from);
                found.set(number, new Bridge(neighbour, bridge.between, bridge.papers + scan.papers(neighbour)));
            }
        }
        return found.stream()
                .filter(bridge -> bridge.between.size() > 1)
                .sorted(Comparator.comparingInt((Bridge bridge) -> -bridge.between.size())
                        .thenComparingInt(bridge -> -bridge.papers)
                        .thenComparingInt(bridge -> nodes.rank()[bridge.node]))
                .toList();
    }
}
