package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.invisiblecollege.index.NodeSet;

/** Who stands between given units without being one of them. */
public final class Bridges {

    private Bridges() {}

    /**
     * A unit tied to two or more given ones.
     *
     * @param unit number in the index
     * @param between numbers of the given ones, in the order given
     * @param papers joint papers with them, each tie counted
     */
    public record Bridge(int unit, List<Integer> between, int papers) {}

    /** All of them: those tied to most given ones first, then by papers, folded name, id. */
    public static List<Bridge> of(NodeSet units, NeighbourScan walk, IntArrayList given) {
        Int2IntOpenHashMap places = new Int2IntOpenHashMap();
        List<Bridge> found = new ArrayList<>();
        for (int from : given) {
            walk.to(from);
            for (int tie = 0; tie < walk.size(); tie++) {
                int other = walk.other(tie);
                if (given.contains(other)) {
                    continue;
                }
                int place = places.getOrDefault(other, found.size());
                if (place == found.size()) {
                    places.put(other, place);
                    found.add(new Bridge(other, new ArrayList<>(), 0));
                }
                Bridge bridge = found.get(place);
                bridge.between.add(from);
                found.set(place, new Bridge(other, bridge.between, bridge.papers + walk.papers(other)));
            }
        }
        return found.stream()
                .filter(bridge -> bridge.between.size() > 1)
                .sorted(Comparator.comparingInt((Bridge bridge) -> -bridge.between.size())
                        .thenComparingInt(bridge -> -bridge.papers)
                        .thenComparingInt(bridge -> units.rank()[bridge.unit]))
                .toList();
    }
}
