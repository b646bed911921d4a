package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.invisiblecollege.index.Countries;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * The nodes around given ones, or the strongest of a selection, and the edges among them, found by walking the index. Nodes
 * and edges are numbered from 0 in the order of the answer; an ordinal is the number of a node in the index. Totals are counted
 * when they are asked for. For one answer; not thread-safe.
 */
public final class EgoNetwork {

    private final NodeSet nodes;
    private final PaperTable papers;
    private final PaperSet selected;
    private final EdgeRule rule;
    private final Scope scope;
    /** Ordinals of all nodes reached. */
    private final int[] reached;
    /** Ordinals of the nodes that stay. */
    private final int[] ordinals;

    private final int[] depths;
    private final int edgesBeforeCap;
    private final EdgeList edges;
    /** Null unless the network is the strongest of the whole corpus. */
    private final @Nullable CorpusRanking ranking;

    /**
     * Says where a network starts, which nodes may be in it, and how large it may be.
     *
     * @param given ordinals of the nodes it starts from; none for the strongest of the selection
     * @param keep ordinals of nodes that stay, with their ties, and are not walked on from
     * @param admitted nodes that may be in it, null for all; given and kept ones always are
     * @param isRankedByPapers whether without given nodes those with most papers stay, not those with the strongest ties
     */
    public record Scope(
            IntArrayList given,
            IntArrayList keep,
            @Nullable IntPredicate admitted,
            boolean isRankedByPapers,
            Limits limits) {

        /**
         * Returns a scope that admits nodes with so many papers.
         *
         * @param minPapers nodes with fewer selected papers are left out
         */
        public static Scope of(
                IntArrayList given, IntArrayList keep, NodeSet nodes, PaperSet selected, int minPapers, Limits limits) {
            return new Scope(
                    given,
                    keep,
                    minPapers <= 1 ? null : node -> selected.count(nodes, node) >= minPapers,
                    false,
                    limits);
        }

        /** Returns whether any node may be in it. */
        boolean admitsAll() {
            return admitted == null;
        }

        /** Returns whether it starts from all nodes and leaves none out but the weakest. */
        boolean isWhole() {
            return given.isEmpty() && keep.isEmpty() && admitsAll() && !isRankedByPapers;
        }

        /** Returns whether a node may be in it if it is neither given nor kept. */
        boolean admits(int node) {
            return admitted == null || admitted.test(node);
        }

        /** Returns the nodes that always stay. */
        IntOpenHashSet pinned() {
            IntOpenHashSet pinned = new IntOpenHashSet(given);
            pinned.addAll(keep);
            return pinned;
        }
    }

    private EgoNetwork(
            NodeSet nodes,
            PaperTable papers,
            PaperSet selected,
            EdgeRule rule,
            Scope scope,
            int[] reached,
            int[] ordinals,
            int[] depths,
            @Nullable CorpusRanking ranking) {
        this.nodes = nodes;
        this.papers = papers;
        this.selected = selected;
        this.rule = rule;
        this.scope = scope;
        this.reached = reached;
        this.ordinals = ordinals;
        this.depths = depths;
        this.ranking = ranking;
        EdgeList all = EdgeList.among(ordinals, nodes, papers, selected, rule);
        this.edgesBeforeCap = all.size();
        this.edges = all.strongest(scope.limits.maxEdges());
    }

    /**
     * Walks outwards from the given nodes, or over the whole selection, and keeps what the limits allow.
     *
     * @throws DomainException INVALID_ARGUMENT if the given and kept nodes alone are more than allowed
     */
    public static EgoNetwork of(IndexSnapshot snapshot, NodeSet nodes, PaperSet selected, EdgeRule rule, Scope scope) {
        int pinned = scope.pinned().size();
        if (pinned > scope.limits.maxNodes()) {
            throw DomainException.invalid("maxNodes is " + scope.limits.maxNodes() + ", but " + pinned
                    + " given and kept nodes always stay; raise maxNodes or give fewer nodes.");
        }
        PaperTable papers = snapshot.papers();
        if (scope.isWhole() && selected.isAll() && rule.isUnconditional() && isOf(snapshot, nodes)) {
            CorpusRanking ranking = CorpusRanking.of(snapshot, nodes, rule);
            int[] all = ranking.nodes();
            int[] kept = Arrays.copyOf(all, Math.min(all.length, scope.limits.maxNodes()));
            return new EgoNetwork(nodes, papers, selected, rule, scope, all, kept, new int[kept.length], ranking);
        }
        try (ReachedNodes reached = new ReachedNodes(nodes, selected, scope)) {
            reached.walk(rule);
            int[] kept = reached.kept();
            return new EgoNetwork(
                    nodes,
                    papers,
                    selected,
                    rule,
                    scope,
                    reached.ordinals(),
                    Arrays.stream(kept).map(reached::ordinal).toArray(),
                    Arrays.stream(kept).map(reached::depth).toArray(),
                    null);
        }
    }

    /** Returns whether nodes are as the snapshot has them, none of them joined for a question. */
    private static boolean isOf(IndexSnapshot snapshot, NodeSet nodes) {
        // Joined authors keep their ids; to look for them among the countries would have these computed from all
        // papers.
        return nodes.ids().equals(snapshot.authors().ids())
                ? nodes.equals(snapshot.authors())
                : nodes.equals(snapshot.organisations()) || nodes.equals(Countries.of(snapshot));
    }

    /** Returns the number of nodes that stay. */
    public int size() {
        return ordinals.length;
    }

    /** Returns the ordinal of a node in the index. */
    public int ordinal(int node) {
        return ordinals[node];
    }

    /** Returns the steps from the given nodes; 0 is given. A kept node out of reach is one step beyond the depth asked for. */
    public int depth(int node) {
        return depths[node];
    }

    /** Returns the number of selected papers of a node. */
    public int papers(int node) {
        return selected.count(nodes, ordinals[node]);
    }

    /** Returns all nodes of the index that are of the network's kind. */
    public NodeSet nodes() {
        return nodes;
    }

    /** Returns the nodes between given ones, see {@link Bridges}. */
    public List<Bridges.Bridge> bridges() {
        try (NeighbourScan scan = scan(any -> true)) {
            return Bridges.of(nodes, scan, scope.given);
        }
    }

    /** Returns the papers that count. */
    public PaperSet selected() {
        return selected;
    }

    /** Returns the selected papers of a node. */
    public IntStream papersOfNode(int node) {
        return IntStream.of(nodes.papers().get(ordinals[node])).filter(selected::has);
    }

    /** Returns the papers behind an edge. */
    public int[] papersOfEdge(int edge) {
        return JointPapers.of(nodes, selected, rule, ordinals[edges.source(edge)], ordinals[edges.target(edge)]);
    }

    /** Returns the edges that stay. */
    public EdgeList edges() {
        return edges;
    }

    /** Returns the sum of the edges of each node. */
    public double[] strengths() {
        if (rule.isSummed()) {
            return rawStrengths();
        }
        double[] strengths = new double[ordinals.length];
        for (int edge = 0; edge < edges.size(); edge++) {
            strengths[edges.source(edge)] += edges.weight(edge);
            strengths[edges.target(edge)] += edges.weight(edge);
        }
        return strengths;
    }

    /** Returns the sum of the ties of each node before any normalisation. */
    double[] rawStrengths() {
        long[] sums = new long[ordinals.length];
        for (int edge = 0; edge < edges.size(); edge++) {
            int source = edges.source(edge);
            int target = edges.target(edge);
            sums[source] = Counting.sum(sums[source], edges.scaledWeight(edge));
            sums[target] = Counting.sum(sums[target], edges.scaledWeight(edge));
        }
        return Arrays.stream(sums).mapToDouble(Counting::weight).toArray();
    }

    /** Returns the number of nodes before the cap. */
    public int nodesReached() {
        return reached.length;
    }

    /** Returns whether a cap left something out. */
    public boolean isTruncated() {
        return ordinals.length < reached.length || edges.size() < edgesBeforeCap;
    }

    /** Counts the papers that the answer is based on; visits those of all nodes reached. */
    public PaperTotals paperTotals() {
        return ranking == null ? countedPapers() : ranking.totals(this::countedPapers);
    }

    private PaperTotals countedPapers() {
        BitSet considered = papersOfReached();
        int overLimit = 0;
        int incomplete = 0;
        Cancellation cancellation = Cancellation.current();
        for (int paper = considered.nextSetBit(0); paper >= 0; paper = considered.nextSetBit(paper + 1)) {
            cancellation.check(paper);
            overLimit += rule.isOverLimit(paper) ? 1 : 0;
            incomplete += papers.has(paper, PaperTable.INCOMPLETE) ? 1 : 0;
        }
        return new PaperTotals(
                considered.cardinality(),
                overLimit,
                incomplete,
                papersOfReached(selected::isUndated).cardinality());
    }

    /** Returns the selected papers of all nodes reached. */
    public BitSet papersOfReached() {
        return papersOfReached(selected::has);
    }

    private BitSet papersOfReached(IntPredicate wanted) {
        BitSet found = new BitSet(papers.count());
        IntCsr rows = nodes.papers();
        Cancellation cancellation = Cancellation.current();
        for (int ordinal : reached) {
            cancellation.check();
            int[] row = rows.array(ordinal);
            for (int i = rows.from(ordinal), end = i + rows.size(ordinal); i < end; i++) {
                int paper = row[i];
                if (wanted.test(paper)) {
                    found.set(paper);
                }
            }
        }
        return found;
    }

    /** Counts the ties among all nodes reached; scans each of them. */
    public int edgesReached() {
        return ranking == null ? countedEdges() : ranking.edges(this::countedEdges);
    }

    private int countedEdges() {
        if (ordinals.length == reached.length) {
            return edgesBeforeCap;
        }
        BitSet isReached = new BitSet(nodes.count());
        for (int ordinal : reached) {
            isReached.set(ordinal);
        }
        long ends = 0;
        try (NeighbourScan scan = scan(isReached::get)) {
            for (int ordinal : reached) {
                scan.scan(ordinal);
                ends += scan.size();
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, ends / 2);
    }

    private NeighbourScan scan(IntPredicate wanted) {
        IntOpenHashSet pinned = scope.pinned();
        return new NeighbourScan(
                nodes, selected, rule, node -> wanted.test(node) && (scope.admits(node) || pinned.contains(node)));
    }
}
