package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.invisiblecollege.kernel.Cancellation;
import org.jspecify.annotations.Nullable;

/** The edges among the nodes of a network, strongest first; their ends are numbers of these nodes. Immutable. */
public final class EdgeList {

    private final int[] sources;
    private final int[] targets;
    private final long[] scaledWeights;
    private final double[] weights;
    private final int[] papers;
    private final short[] firstYears;
    private final short[] lastYears;
    private final boolean[] unstated;
    /** Offsets in the arrays, in the order of this list. */
    private final int[] order;

    private EdgeList(Builder builder, int[] order) {
        this.sources = builder.sources.elements();
        this.targets = builder.targets.elements();
        this.scaledWeights = builder.scaledWeights.elements();
        this.weights = builder.weights.elements();
        this.papers = builder.papers.elements();
        this.firstYears = builder.firstYears;
        this.lastYears = builder.lastYears;
        this.unstated = builder.unstated;
        this.order = order;
    }

    private EdgeList(EdgeList all, int[] order) {
        this.sources = all.sources;
        this.targets = all.targets;
        this.scaledWeights = all.scaledWeights;
        this.weights = all.weights;
        this.papers = all.papers;
        this.firstYears = all.firstYears;
        this.lastYears = all.lastYears;
        this.unstated = all.unstated;
        this.order = order;
    }

    /** Returns the number of edges. */
    public int size() {
        return order.length;
    }

    /** Returns the node with the smaller id. */
    public int source(int edge) {
        return sources[order[edge]];
    }

    /** Returns the node with the greater id. */
    public int target(int edge) {
        return targets[order[edge]];
    }

    /** Returns the weight by the counting or normalisation of the question. */
    double weight(int edge) {
        return weights[order[edge]];
    }

    /** Returns the weight before any normalisation, for methods that normalise themselves. */
    double rawWeight(int edge) {
        return Counting.weight(scaledWeights[order[edge]]);
    }

    long scaledWeight(int edge) {
        return scaledWeights[order[edge]];
    }

    /** Returns the number of joint papers. */
    int papers(int edge) {
        return papers[order[edge]];
    }

    /** Returns the year of the earliest dated joint paper; null without one. */
    @Nullable Integer firstYear(int edge) {
        return year(firstYears[order[edge]]);
    }

    /** Returns the year of the latest dated joint paper; null without one. */
    @Nullable Integer lastYear(int edge) {
        return year(lastYears[order[edge]]);
    }

    /** Returns whether one of the joint papers neither lists all authors nor states how many there are. */
    boolean isUnstated(int edge) {
        return unstated[order[edge]];
    }

    private static @Nullable Integer year(short year) {
        return year == PaperTable.UNDATED ? null : (int) year;
    }

    /** Returns the strongest edges, and the strongest one of each node whatever their number. */
    EdgeList strongest(int most) {
        if (order.length <= most) {
            return this;
        }
        int nodes = 1
                + Arrays.stream(order)
                        .map(offset -> Math.max(sources[offset], targets[offset]))
                        .max()
                        .orElse(0);
        boolean[] hasEdge = new boolean[nodes];
        boolean[] chosen = new boolean[order.length];
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            int source = sources[order[i]];
            int target = targets[order[i]];
            if (!hasEdge[source] || !hasEdge[target]) {
                hasEdge[source] = true;
                hasEdge[target] = true;
                chosen[i] = true;
                count++;
            }
        }
        for (int i = 0; i < order.length && count < most; i++) {
            if (!chosen[i]) {
                chosen[i] = true;
                count++;
            }
        }
        int[] kept = new int[count];
        int next = 0;
        for (int i = 0; i < order.length; i++) {
            if (chosen[i]) {
                kept[next++] = order[i];
            }
        }
        return new EdgeList(this, kept);
    }

    /**
     * Finds all edges among some nodes.
     *
     * @param ordinals of the nodes in the index
     */
    static EdgeList among(int[] ordinals, NodeSet nodes, PaperTable table, PaperSet selected, EdgeRule rule) {
        return new Builder(ordinals, nodes, table, selected, rule).build();
    }

    private static final class Builder {

        /** A scan over all papers has an entry for each pair of nodes. */
        private static final int MAX_NODES_OF_SCAN = 500;

        /** Edges that are sorted in one go. */
        private static final int MAX_UNCHECKED = 50_000;

        private final int[] ordinals;
        private final NodeSet nodes;
        private final PaperTable table;
        private final PaperSet selected;
        private final EdgeRule rule;
        private final int[] rankById;
        private final IntArrayList sources = new IntArrayList();
        private final IntArrayList targets = new IntArrayList();
        private final LongArrayList scaledWeights = new LongArrayList();
        private final DoubleArrayList weights = new DoubleArrayList();
        private final IntArrayList papers = new IntArrayList();
        private short[] firstYears = new short[256];
        private short[] lastYears = new short[256];
        private boolean[] unstated = new boolean[256];
        private final Cancellation cancellation = Cancellation.current();

        Builder(int[] ordinals, NodeSet nodes, PaperTable table, PaperSet selected, EdgeRule rule) {
            this.ordinals = ordinals;
            this.nodes = nodes;
            this.table = table;
            this.selected = selected;
            this.rule = rule;
            this.rankById = rankById(ordinals, nodes);
        }

        private static int[] rankById(int[] ordinals, NodeSet nodes) {
            int[] byId = new int[ordinals.length];
            Arrays.setAll(byId, i -> i);
            IntArrays.quickSort(byId, (a, b) -> nodes.ids().compare(ordinals[a], ordinals[b]));
            int[] rank = new int[ordinals.length];
            for (int i = 0; i < byId.length; i++) {
                rank[byId[i]] = i;
            }
            return rank;
        }

        EdgeList build() {
            try (LocalNumbering numbering = new LocalNumbering(nodes.count())) {
                for (int ordinal : ordinals) {
                    numbering.add(ordinal);
                }
                CooccurrenceMatrix matrix = rule.matrix();
                if (matrix == null) {
                    count(numbering);
                } else {
                    copy(matrix, numbering);
                }
            }
            return new EdgeList(this, order());
        }

        private void copy(CooccurrenceMatrix matrix, LocalNumbering numbering) {
            for (int node = 0; node < ordinals.length; node++) {
                cancellation.check();
                int ordinal = ordinals[node];
                for (int offset = matrix.from(ordinal); offset < matrix.to(ordinal); offset++) {
                    int neighbour = numbering.of(matrix.neighbour(offset));
                    if (neighbour > node) {
                        int joint = matrix.papers(offset);
                        add(
                                node,
                                neighbour,
                                joint,
                                joint * Counting.SCALE,
                                matrix.firstYear(offset),
                                matrix.lastYear(offset),
                                false);
                    }
                }
            }
        }

        /** Walks from each node to its papers, or once over all papers if the nodes have most of them. */
        private void count(LocalNumbering numbering) {
            long visits = 0;
            for (int ordinal : ordinals) {
                visits += nodes.papers().size(ordinal);
            }
            if (ordinals.length <= MAX_NODES_OF_SCAN
                    && visits > nodes.ofPapers().count() / 4) {
                countByPaper(numbering);
            } else {
                countByNode(numbering);
            }
        }

        private void countByPaper(LocalNumbering numbering) {
            int nodeCount = ordinals.length;
            PairSums sums = new PairSums(nodeCount * nodeCount);
            IntCsr ofPaper = nodes.ofPapers();
            int[] kept = new int[nodeCount];
            for (int paper = 0; paper < ofPaper.count(); paper++) {
                cancellation.check(paper);
                int[] nodesOfPaper = ofPaper.array(paper);
                int size = 0;
                for (int i = ofPaper.from(paper), end = i + ofPaper.size(paper); i < end; i++) {
                    int node = numbering.of(nodesOfPaper[i]);
                    if (node >= 0) {
                        kept[size++] = node;
                    }
                }
                if (size > 1 && selected.has(paper) && rule.makesTies(paper)) {
                    long scaledWeight = rule.scaledWeight(paper);
                    short year = table.years()[paper];
                    boolean isOpen = table.has(paper, PaperTable.UNSTATED);
                    for (int i = 1; i < size; i++) {
                        for (int j = 0; j < i; j++) {
                            int pair = Math.min(kept[i], kept[j]) * nodeCount + Math.max(kept[i], kept[j]);
                            sums.add(pair, scaledWeight, year, isOpen);
                        }
                    }
                }
            }
            for (int pair = 0; pair < nodeCount * nodeCount; pair++) {
                if (sums.papers[pair] > 0) {
                    add(pair / nodeCount, pair % nodeCount, pair, sums);
                }
            }
        }

        private void countByNode(LocalNumbering numbering) {
            PairSums sums = new PairSums(ordinals.length);
            int[] found = new int[ordinals.length];
            IntCsr ofNode = nodes.papers();
            IntCsr ofPaper = nodes.ofPapers();
            for (int node = 0; node < ordinals.length; node++) {
                int ordinal = ordinals[node];
                int[] papersOfNode = ofNode.array(ordinal);
                int size = 0;
                cancellation.check();
                for (int i = ofNode.from(ordinal), end = i + ofNode.size(ordinal); i < end; i++) {
                    int paper = papersOfNode[i];
                    if (!selected.has(paper) || !rule.makesTies(paper)) {
                        continue;
                    }
                    long scaledWeight = rule.scaledWeight(paper);
                    short year = table.years()[paper];
                    boolean isOpen = table.has(paper, PaperTable.UNSTATED);
                    int[] nodesOfPaper = ofPaper.array(paper);
                    for (int j = ofPaper.from(paper), stop = j + ofPaper.size(paper); j < stop; j++) {
                        int neighbour = numbering.of(nodesOfPaper[j]);
                        if (neighbour > node && sums.add(neighbour, scaledWeight, year, isOpen)) {
                            found[size++] = neighbour;
                        }
                    }
                }
                for (int i = 0; i < size; i++) {
                    add(node, found[i], found[i], sums);
                    sums.papers[found[i]] = 0;
                    sums.scaledWeights[found[i]] = 0;
                }
            }
        }

        private void add(int left, int right, int offset, PairSums sums) {
            add(
                    left,
                    right,
                    sums.papers[offset],
                    sums.scaledWeights[offset],
                    sums.firstYears[offset],
                    sums.lastYears[offset],
                    sums.unstated[offset]);
        }

        /** Adds the pair of two nodes if it is a tie. */
        private void add(
                int left, int right, int joint, long scaledWeight, short first, short last, boolean isUnstated) {
            if (!rule.isTie(joint, scaledWeight) || !rule.mayTie(ordinals[left], ordinals[right])) {
                return;
            }
            int offset = sources.size();
            boolean isInOrder = rankById[left] < rankById[right];
            sources.add(isInOrder ? left : right);
            targets.add(isInOrder ? right : left);
            scaledWeights.add(scaledWeight);
            weights.add(rule.weight(ordinals[left], ordinals[right], joint, scaledWeight));
            papers.add(joint);
            if (offset == firstYears.length) {
                firstYears = Arrays.copyOf(firstYears, 2 * offset);
                lastYears = Arrays.copyOf(lastYears, 2 * offset);
                unstated = Arrays.copyOf(unstated, 2 * offset);
            }
            firstYears[offset] = first;
            lastYears[offset] = last;
            unstated[offset] = isUnstated;
        }

        /** Returns the offsets by weight, then papers, then the ids of the ends. */
        private int[] order() {
            int[] order = new int[sources.size()];
            Arrays.setAll(order, i -> i);
            double[] weight = weights.elements();
            int[] joint = papers.elements();
            int[] source = sources.elements();
            int[] target = targets.elements();
            IntComparator strongest = (a, b) -> {
                // Weights are numbers, and none is less than 0.
                if (weight[a] != weight[b]) {
                    return weight[a] > weight[b] ? -1 : 1;
                }
                if (joint[a] != joint[b]) {
                    return joint[a] > joint[b] ? -1 : 1;
                }
                int bySource = Integer.compare(rankById[source[a]], rankById[source[b]]);
                return bySource != 0 ? bySource : Integer.compare(rankById[target[a]], rankById[target[b]]);
            };
            IntArrays.quickSort(
                    order,
                    order.length <= MAX_UNCHECKED
                            ? strongest
                            : (a, b) -> {
                                cancellation.check();
                                return strongest.compare(a, b);
                            });
            return order;
        }
    }
}
