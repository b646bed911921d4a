package org.invisiblecollege.network;

import java.util.Arrays;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.jspecify.annotations.Nullable;

/** Decides which papers and pairs make ties, and what a paper counts for a tie. */
public final class EdgeRule {

    private final Counting counting;
    /** Number of authors of each paper; null if the number of listed nodes counts. */
    private final char @Nullable [] authorCounts;

    private final IntCsr ofPapers;
    private final int maxNodesPerPaper;
    private final double minWeight;
    private final int minPapers;
    private final @Nullable SizeWeighting weighting;
    private final @Nullable IntCsr excluded;
    private final @Nullable CooccurrenceMatrix matrix;

    private EdgeRule(
            Counting counting,
            char @Nullable [] authorCounts,
            IntCsr ofPapers,
            @Nullable Integer maxNodesPerPaper,
            double minWeight,
            int minPapers,
            @Nullable SizeWeighting weighting,
            @Nullable IntCsr excluded,
            @Nullable CooccurrenceMatrix matrix) {
        this.counting = counting;
        this.authorCounts = authorCounts;
        this.ofPapers = ofPapers;
        this.maxNodesPerPaper = maxNodesPerPaper == null ? Integer.MAX_VALUE : maxNodesPerPaper;
        this.minWeight = minWeight;
        this.minPapers = minPapers;
        this.weighting = weighting;
        this.excluded = excluded;
        this.matrix = matrix;
    }

    /** Weighs ties by the sizes of both nodes, that is by their selected papers, which are counted on first access. */
    private static final class SizeWeighting {

        private final PairWeight weight;
        private final @Nullable PairWeight rank;
        private final NodeSet nodes;
        private final PaperSet selected;
        private final int[] sizes;

        SizeWeighting(PairWeight weight, @Nullable PairWeight rank, NodeSet nodes, PaperSet selected) {
            this.weight = weight;
            this.rank = rank;
            this.nodes = nodes;
            this.selected = selected;
            this.sizes = new int[nodes.count()];
        }

        int size(int node) {
            if (sizes[node] == 0) {
                sizes[node] = selected.count(nodes, node);
            }
            return sizes[node];
        }
    }

    /**
     * Returns the rule for authors; a paper has as many as it states or lists, whichever is more.
     *
     * @param maxAuthors papers with more make no ties; null for no limit
     */
    public static EdgeRule ofAuthors(
            PaperTable papers,
            NodeSet authors,
            Counting counting,
            @Nullable Integer maxAuthors,
            double minWeight,
            int minPapers) {
        return new EdgeRule(
                counting,
                papers.authorCounts(),
                authors.ofPapers(),
                maxAuthors,
                minWeight,
                minPapers,
                null,
                null,
                null);
    }

    /** Returns the rule for nodes of which a paper has as many as it lists. */
    public static EdgeRule ofListed(NodeSet nodes, Counting counting, double minWeight, int minPapers) {
        return new EdgeRule(counting, null, nodes.ofPapers(), null, minWeight, minPapers, null, null, null);
    }

    /**
     * Returns the rule for nodes whose ties are weighted by the sizes of both.
     *
     * @param rank decides which nodes stay; null for the joint papers
     * @param excluded nodes that each node makes no tie with, in ascending order; null for none
     * @param matrix pairs on all papers, if all papers are selected and the pairs have been counted
     */
    public static EdgeRule weighted(
            NodeSet nodes,
            PaperSet selected,
            PairWeight weight,
            @Nullable PairWeight rank,
            int minPapers,
            @Nullable IntCsr excluded,
            @Nullable CooccurrenceMatrix matrix) {
        return new EdgeRule(
                Counting.FULL,
                null,
                nodes.ofPapers(),
                null,
                0,
                minPapers,
                new SizeWeighting(weight, rank, nodes, selected),
                excluded,
                matrix);
    }

    /** Returns the pairs that have been counted; null if walks have to count them. */
    @Nullable CooccurrenceMatrix matrix() {
        return matrix;
    }

    /** Returns whether two nodes may be tied at all. */
    boolean mayTie(int left, int right) {
        return excluded == null || !(isInRow(excluded, left, right) || isInRow(excluded, right, left));
    }

    private static boolean isInRow(IntCsr rows, int row, int value) {
        int from = rows.from(row);
        return rows.size(row) > 0 && Arrays.binarySearch(rows.array(row), from, from + rows.size(row), value) >= 0;
    }

    /** Returns whether weights are sums of scaled weights, which are the same in any order. */
    boolean isSummed() {
        return weighting == null;
    }

    /** Returns whether the sizes of nodes decide, besides the joint papers, which nodes stay. */
    boolean isRankedBySizes() {
        return weighting != null && weighting.rank != null;
    }

    /** Returns what attracts a walker from one node to the other: by their sizes if these decide, else what the papers count. */
    double attraction(int left, int right, int papers, long scaledWeight) {
        return weighting == null || weighting.rank == null
                ? scaledWeight
                : weighting.rank.of(papers, weighting.size(left), weighting.size(right));
    }

    /** Returns whether every joint paper makes a tie, so that the strength of a node is a sum over its papers. */
    boolean isUnconditional() {
        return weighting == null && excluded == null && minPapers <= 1 && minWeight == 0;
    }

    /** What papers count for ties, which is the same for all rules of equal values. */
    record PaperWeights(Counting counting, boolean areAuthorsCounted, int maxNodesPerPaper) {}

    PaperWeights paperWeights() {
        return new PaperWeights(counting, authorCounts != null, maxNodesPerPaper);
    }

    /** Returns what the ties that one paper makes count for each of its nodes. */
    long scaledStrength(int paper) {
        return makesTies(paper) ? (ofPapers.size(paper) - 1) * scaledWeight(paper) : 0;
    }

    double weight(int left, int right, int papers, long scaledWeight) {
        return weighting == null
                ? Counting.weight(scaledWeight)
                : weighting.weight.of(papers, weighting.size(left), weighting.size(right));
    }

    private int nodesOf(int paper) {
        return authorCounts == null ? ofPapers.size(paper) : authorCounts[paper];
    }

    /** Returns whether a paper has too many nodes to make ties. */
    public boolean isOverLimit(int paper) {
        return nodesOf(paper) > maxNodesPerPaper;
    }

    boolean makesTies(int paper) {
        return ofPapers.size(paper) > 1 && nodesOf(paper) <= maxNodesPerPaper;
    }

    /** Returns what a paper counts for each pair of its nodes, see {@link Counting#SCALE}. */
    long scaledWeight(int paper) {
        return counting.scaledWeight(nodesOf(paper));
    }

    boolean isTie(int papers, long scaledWeight) {
        return papers >= minPapers && (minWeight == 0 || Counting.weight(scaledWeight) >= minWeight);
    }

    /** Returns whether a paper counts less for a pair, the more nodes it has. */
    public boolean isFractional() {
        return counting != Counting.FULL;
    }
}
