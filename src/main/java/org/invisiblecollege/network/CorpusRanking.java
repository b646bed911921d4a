package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.SharedValue;

/**
 * All nodes of a kind that have papers, those with the strongest ties over all papers first, and what a map of them counts.
 * Every map of the whole corpus starts from it, so it is computed once for a snapshot and a way of counting. Thread-safe.
 */
final class CorpusRanking {

    /** Nodes with papers; the first {@link Limits#MAX_NODES} are the strongest in order, the others follow in any order. */
    private final int[] nodes;

    private final SharedValue<Integer> edges = new SharedValue<>();
    private final SharedValue<PaperTotals> totals = new SharedValue<>();

    private CorpusRanking(int[] nodes) {
        this.nodes = nodes;
    }

    /**
     * Returns the ranking of nodes of a snapshot.
     *
     * @param rule one for which every joint paper makes a tie
     */
    static CorpusRanking of(IndexSnapshot snapshot, NodeSet nodes, EdgeRule rule) {
        return snapshot.derived(Rankings.class, any -> new Rankings()).of(nodes, rule);
    }

    private static CorpusRanking compute(NodeSet nodes, EdgeRule rule) {
        IntCsr papers = nodes.papers();
        double[] strengths = new double[nodes.count()];
        int[] ranked = new int[nodes.count()];
        int[] rank = nodes.rank();
        IntHeapPriorityQueue best = new IntHeapPriorityQueue((a, b) -> {
            int byStrength = Double.compare(strengths[a], strengths[b]);
            int byPapers = byStrength != 0 ? byStrength : Integer.compare(papers.size(a), papers.size(b));
            return byPapers != 0 ? byPapers : Integer.compare(rank[b], rank[a]);
        });
        int end = ranked.length;
        Cancellation cancellation = Cancellation.current();
        for (int node = 0; node < nodes.count(); node++) {
            cancellation.check(node);
            if (papers.size(node) == 0) {
                continue;
            }
            strengths[node] = strength(papers, node, rule);
            best.enqueue(node);
            if (best.size() > Limits.MAX_NODES) {
                ranked[--end] = best.dequeueInt();
            }
        }
        int size = best.size() + ranked.length - end;
        int[] all = new int[size];
        for (int i = best.size() - 1; i >= 0; i--) {
            all[i] = best.dequeueInt();
        }
        System.arraycopy(ranked, end, all, size - (ranked.length - end), ranked.length - end);
        return new CorpusRanking(all);
    }

    /** Each paper adds the same to all its nodes, so that nobody's neighbours need to be visited. */
    private static double strength(IntCsr papers, int node, EdgeRule rule) {
        int[] row = papers.array(node);
        long strength = 0;
        for (int i = papers.from(node), end = i + papers.size(node); i < end; i++) {
            strength = Counting.sum(strength, rule.scaledStrength(row[i]));
        }
        return strength;
    }

    /** Returns all nodes, the strongest first; must not be written to. */
    int[] nodes() {
        return nodes;
    }

    /** Returns the number of ties among all nodes, which is counted by the first who asks. */
    int edges(Supplier<Integer> count) {
        return edges.get(count);
    }

    /** Returns the papers of all nodes, which are counted by the first who asks. */
    PaperTotals totals(Supplier<PaperTotals> count) {
        return totals.get(count);
    }

    /** The most recently used rankings of a snapshot. */
    private static final class Rankings {

        /** Each takes 4 bytes a node. */
        private static final int MAX_RANKINGS = 8;

        private final Map<Key, SharedValue<CorpusRanking>> rankings = new LinkedHashMap<>(MAX_RANKINGS, 0.75f, true);

        private record Key(NodeSet nodes, EdgeRule.PaperWeights weights) {}

        /** Callers wait for the ranking that they share and for no other. */
        CorpusRanking of(NodeSet nodes, EdgeRule rule) {
            SharedValue<CorpusRanking> ranking;
            synchronized (this) {
                ranking = rankings.computeIfAbsent(new Key(nodes, rule.paperWeights()), absent -> new SharedValue<>());
                if (rankings.size() > MAX_RANKINGS) {
                    rankings.remove(rankings.keySet().iterator().next());
                }
            }
            return ranking.get(() -> compute(nodes, rule));
        }
    }
}
