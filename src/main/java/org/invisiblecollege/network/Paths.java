package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.network.PathSearch.Barred;
import org.invisiblecollege.network.PathSearch.WeightedPath;

/**
 * Finds the shortest paths between two nodes: one by a search from both ends, further ones by Yen's deviations (1971). Equally
 * short ones come in the order of the folded names along them. For one query on one thread.
 */
public final class Paths implements AutoCloseable {

    /** No limit of steps. */
    public static final int ANY_LENGTH = PathSearch.ANY_LENGTH;

    private final NodeSet nodes;
    private final PathWeight by;
    private final NeighbourScan scan;
    private final PathSearch search;

    /** @param by what makes a path short */
    public Paths(NodeSet nodes, PaperSet selected, EdgeRule rule, PathWeight by) {
        this.nodes = nodes;
        this.by = by;
        this.scan = new NeighbourScan(nodes, selected, rule, any -> true);
        this.search = new PathSearch(nodes, scan);
    }

    /**
     * Returns the shortest loopless paths, shortest first, each from one end to the other with both ends.
     *
     * @param k most paths
     * @param maxHops most steps of each; {@link #ANY_LENGTH} for no limit
     * @return none if no path has so few steps
     */
    public List<int[]> shortest(int from, int to, int k, int maxHops) {
        Comparator<WeightedPath> order =
                Comparator.comparingLong(WeightedPath::cost).thenComparing(WeightedPath::nodes, this::compareNames);
        List<WeightedPath> found = new ArrayList<>();
        between(from, to, Barred.NOTHING, maxHops).ifPresent(found::add);
        TreeSet<WeightedPath> deviations = new TreeSet<>(order);
        while (!found.isEmpty() && found.size() < k) {
            int[] last = found.getLast().nodes();
            for (int spur = 0; spur < last.length - 1; spur++) {
                deviation(found, Arrays.copyOf(last, spur + 1), to, maxHops - spur)
                        .ifPresent(deviations::add);
            }
            WeightedPath next = deviations.pollFirst();
            if (next == null) {
                break;
            }
            found.add(next);
        }
        return found.stream().map(WeightedPath::nodes).toList();
    }

    /** Returns whether there is any path between two nodes. */
    public boolean areConnected(int from, int to) {
        return from == to
                || search.shortest(PathWeight.HOPS, from, to, Barred.NOTHING).isPresent();
    }

    /** Returns the shortest path that starts with a root and goes on, in so many steps, as no known path does. */
    private Optional<WeightedPath> deviation(List<WeightedPath> known, int[] root, int to, int maxHops) {
        IntSet firstSteps = new IntOpenHashSet();
        for (WeightedPath path : known) {
            if (path.nodes().length > root.length
                    && Arrays.equals(path.nodes(), 0, root.length, root, 0, root.length)) {
                firstSteps.add(path.nodes()[root.length]);
            }
        }
        IntSet passed = new IntOpenHashSet(root, 0, root.length - 1);
        int spur = root[root.length - 1];
        return between(spur, to, new Barred(passed, firstSteps), maxHops).map(rest -> {
            int[] whole = Arrays.copyOf(root, root.length + rest.hops());
            System.arraycopy(rest.nodes(), 1, whole, root.length, rest.hops());
            return new WeightedPath(whole, rest.cost() + cost(root));
        });
    }

    private long cost(int[] path) {
        long cost = 0;
        for (int i = 0; i + 1 < path.length; i++) {
            scan.scan(path[i]);
            cost += by.cost(scan.scaledWeight(path[i + 1]));
        }
        return cost;
    }

    private int compareNames(int[] left, int[] right) {
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int byRank = Integer.compare(nodes.rank()[left[i]], nodes.rank()[right[i]]);
            if (byRank != 0) {
                return byRank;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    /** Returns the shortest path. A limit of steps makes a search slower, so it is applied only if the path exceeds it. */
    private Optional<WeightedPath> between(int from, int to, Barred barred, int maxHops) {
        if (from == to) {
            return Optional.of(new WeightedPath(new int[] {from}, 0));
        }
        Optional<WeightedPath> shortest = search.shortest(by, from, to, barred);
        if (shortest.isEmpty() || shortest.get().hops() <= maxHops) {
            return shortest;
        }
        if (by == PathWeight.HOPS) {
            return Optional.empty();
        }
        // The path with the fewest steps shows whether there is any, and which cost need not be exceeded.
        return search.shortest(PathWeight.HOPS, from, to, barred)
                .filter(fewest -> fewest.hops() <= maxHops)
                .flatMap(fewest -> search.shortest(by, from, to, barred, maxHops, cost(fewest.nodes())));
    }

    /** Returns the tie between two neighbours. */
    public Step step(int from, int to) {
        scan.scan(from);
        return new Step(from, to, Counting.weight(scan.scaledWeight(to)));
    }

    /** One tie of a path. */
    public record Step(int from, int to, double weight) {}

    /** Gives the buffers back. */
    @Override
    public void close() {
        scan.close();
    }
}
