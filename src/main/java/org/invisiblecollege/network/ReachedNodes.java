package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.kernel.Cancellation;

/**
 * The nodes that a network query reaches, each with its depth and its rank, which decides whether it stays. Nodes are numbered
 * in the order they are reached. For one query on one thread.
 */
final class ReachedNodes implements AutoCloseable {

    /** Ranks that differ by rounding errors alone are equal, so that papers decide. */
    private static final double RANK_PRECISION = 1e12;

    private final NodeSet nodes;
    private final PaperSet selected;
    private final EgoNetwork.Scope scope;
    private final IntOpenHashSet pinned;
    private final LocalNumbering numbering;
    private final Cancellation cancellation = Cancellation.current();
    private final IntArrayList depths = new IntArrayList();
    private final DoubleArrayList ranks = new DoubleArrayList();

    ReachedNodes(NodeSet nodes, PaperSet selected, EgoNetwork.Scope scope) {
        this.nodes = nodes;
        this.selected = selected;
        this.scope = scope;
        this.pinned = scope.pinned();
        this.numbering = new LocalNumbering(nodes.count());
    }

    /** Walks outwards from the given nodes, or over all nodes of the selection if none is given. */
    void walk(EdgeRule rule) {
        try (NeighbourScan scan = new NeighbourScan(nodes, selected, rule, this::isAdmitted)) {
            if (scope.given().isEmpty()) {
                addSelected(rule, scan);
            } else {
                walkOutwards(scan);
            }
        }
    }

    private boolean isAdmitted(int ordinal) {
        return scope.admits(ordinal) || pinned.contains(ordinal);
    }

    private int add(int ordinal, int depth, double rank) {
        depths.add(depth);
        ranks.add(rank);
        return numbering.add(ordinal);
    }

    /**
     * Ranks nodes by reach: reach(given) = 1, and a step outwards reach(x) = Σ reach(y)·w(y,x)/Σz w(y,z) over the y one step
     * nearer. Each step is taken in the order of names, so that sums are the same in every snapshot.
     */
    private void walkOutwards(NeighbourScan scan) {
        scope.given().forEach((IntConsumer) ordinal -> add(ordinal, 0, 1));
        IntOpenHashSet keep = new IntOpenHashSet(scope.keep());
        int maxDepth = scope.limits().depth();
        int from = 0;
        for (int depth = 1; depth <= maxDepth && from < numbering.size(); depth++) {
            int to = numbering.size();
            int[] frontier = numbering.ordinals(from, to);
            IntArrays.quickSort(frontier, (a, b) -> Integer.compare(nodes.rank()[a], nodes.rank()[b]));
            for (int ordinal : frontier) {
                if (depth == 1 || !keep.contains(ordinal)) {
                    scan.scan(ordinal);
                    spread(ranks.getDouble(numbering.of(ordinal)), depth, scan);
                }
            }
            from = to;
        }
        scope.keep().forEach((IntConsumer) ordinal -> {
            if (numbering.of(ordinal) < 0) {
                add(ordinal, maxDepth + 1, 0);
            }
        });
        for (int node = 0; node < ranks.size(); node++) {
            ranks.set(node, Math.rint(ranks.getDouble(node) * RANK_PRECISION) / RANK_PRECISION);
        }
    }

    /** Spreads the rank of a scanned node over its neighbours at a depth. */
    private void spread(double rank, int depth, NeighbourScan scan) {
        double total = scan.totalAttraction();
        for (int i = 0; i < scan.size(); i++) {
            int neighbour = numbering.of(scan.neighbour(i));
            if (neighbour < 0) {
                neighbour = add(scan.neighbour(i), depth, 0);
            }
            // Ties that are not significant attract nobody.
            if (depths.getInt(neighbour) == depth && total > 0) {
                double share = rank * scan.attraction(i) / total;
                ranks.set(neighbour, ranks.getDouble(neighbour) + share);
            }
        }
    }

    /** Adds every admitted node with a selected paper, ranked by strength unless papers decide. */
    private void addSelected(EdgeRule rule, NeighbourScan scan) {
        if (rule.isUnconditional() && scope.admitsAll() && !scope.isRankedByPapers()) {
            addByPapers(rule);
            return;
        }
        for (int ordinal = 0; ordinal < nodes.count(); ordinal++) {
            cancellation.check(ordinal);
            boolean isIn = pinned.contains(ordinal)
                    || (nodes.papers().size(ordinal) > 0
                            && selected.count(nodes, ordinal) > 0
                            && scope.admits(ordinal));
            if (isIn) {
                add(ordinal, 0, scope.isRankedByPapers() ? 0 : strength(ordinal, scan));
            }
        }
    }

    /** Does the same without a look at the neighbours: each paper adds the same to all its nodes. */
    private void addByPapers(EdgeRule rule) {
        IntCsr papers = nodes.papers();
        for (int ordinal = 0; ordinal < nodes.count(); ordinal++) {
            cancellation.check(ordinal);
            int[] row = papers.array(ordinal);
            long strength = 0;
            boolean isIn = pinned.contains(ordinal);
            for (int i = papers.from(ordinal), end = i + papers.size(ordinal); i < end; i++) {
                if (selected.has(row[i])) {
                    isIn = true;
                    strength = Counting.sum(strength, rule.scaledStrength(row[i]));
                }
            }
            if (isIn) {
                add(ordinal, 0, (double) strength);
            }
        }
    }

    private static double strength(int ordinal, NeighbourScan scan) {
        scan.scan(ordinal);
        return scan.totalAttraction();
    }

    int size() {
        return numbering.size();
    }

    int ordinal(int node) {
        return numbering.ordinal(node);
    }

    int depth(int node) {
        return depths.getInt(node);
    }

    /** Returns the ordinals of all nodes reached. */
    int[] ordinals() {
        return numbering.ordinals(0, numbering.size());
    }

    /** Returns the nodes that stay, in the order of the answer: given ones, then by rank, papers, folded name, id. */
    int[] kept() {
        IntComparator best = order();
        int free = scope.limits().maxNodes() - pinned.size();
        IntArrayList kept = new IntArrayList();
        IntHeapPriorityQueue others = new IntHeapPriorityQueue((a, b) -> best.compare(b, a));
        for (int node = 0; node < size(); node++) {
            cancellation.check(node);
            if (pinned.contains(ordinal(node))) {
                kept.add(node);
            } else if (others.size() < free) {
                others.enqueue(node);
            } else if (free > 0 && best.compare(node, others.firstInt()) < 0) {
                others.dequeueInt();
                others.enqueue(node);
            }
        }
        while (!others.isEmpty()) {
            kept.add(others.dequeueInt());
        }
        int[] inOrder = kept.toIntArray();
        IntArrays.quickSort(inOrder, best);
        return inOrder;
    }

    private IntComparator order() {
        IntOpenHashSet given = new IntOpenHashSet(scope.given());
        int[] papers = new int[size()];
        Arrays.fill(papers, -1);
        return (a, b) -> {
            boolean isGiven = given.contains(ordinal(a));
            if (isGiven != given.contains(ordinal(b))) {
                return isGiven ? -1 : 1;
            }
            int byRank = Double.compare(ranks.getDouble(b), ranks.getDouble(a));
            if (byRank != 0) {
                return byRank;
            }
            int byPapers = Integer.compare(count(b, papers), count(a, papers));
            return byPapers != 0 ? byPapers : Integer.compare(nodes.rank()[ordinal(a)], nodes.rank()[ordinal(b)]);
        };
    }

    private int count(int node, int[] known) {
        if (known[node] < 0) {
            known[node] = selected.count(nodes, ordinal(node));
        }
        return known[node];
    }

    @Override
    public void close() {
        numbering.close();
    }
}
