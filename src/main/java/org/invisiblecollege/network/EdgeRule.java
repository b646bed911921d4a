package org.invisiblecollege.network;

import java.util.Arrays;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.jspecify.annotations.Nullable;

/** What makes a tie, and how much a paper counts for it. */
public final class EdgeRule {

    private final Counting counting;
    private final char @Nullable [] stated;
    private final IntCsr listed;
    private final int maxUnits;
    private final double minWeight;
    private final int minPapers;
    private final @Nullable Sizes sizes;
    private final @Nullable IntCsr apart;
    private final @Nullable CooccurrenceMatrix counted;

    private EdgeRule(
            Counting counting,
            char @Nullable [] stated,
            IntCsr listed,
            @Nullable Integer maxUnits,
            double minWeight,
            int minPapers,
            @Nullable Sizes sizes,
            @Nullable IntCsr apart,
            @Nullable CooccurrenceMatrix counted) {
        this.counting = counting;
        this.stated = stated;
        this.listed = listed;
        this.maxUnits = maxUnits == null ? Integer.MAX_VALUE : maxUnits;
        this.minWeight = minWeight;
        this.minPapers = minPapers;
        this.sizes = sizes;
        this.apart = apart;
        this.counted = counted;
    }

    /** Weights that depend on the sizes of units, which are counted when first needed. */
    private static final class Sizes {

        private final PairWeight weight;
        private final boolean areRanked;
        private final NodeSet units;
        private final PaperSet selected;
        private final int[] counts;

        Sizes(PairWeight weight, boolean areRanked, NodeSet units, PaperSet selected) {
            this.weight = weight;
            this.areRanked = areRanked;
            this.units = units;
            this.selected = selected;
            this.counts = new int[units.count()];
        }

        int of(int unit) {
            if (counts[unit] == 0) {
                counts[unit] = selected.count(units, unit);
            }
            return counts[unit];
        }
    }

    /**
     * The rule for authors: n is the greater of the stated and the listed number.
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

    /** The rule for units of which a paper has as many as are listed. */
    public static EdgeRule ofListed(NodeSet units, Counting counting, double minWeight, int minPapers) {
        return new EdgeRule(counting, null, units.ofPapers(), null, minWeight, minPapers, null, null, null);
    }

    /**
     * The rule for units whose ties are weighted by how large the units are.
     *
     * @param isRankedByWeight whether who stays is decided by the weight too, not by joint papers
     * @param apart units that each unit makes no tie with, in rising order; null for none
     * @param counted pairs on all papers, if all are selected and the pairs are counted already
     */
    public static EdgeRule weighted(
            NodeSet units,
            PaperSet selected,
            PairWeight weight,
            boolean isRankedByWeight,
            int minPapers,
            @Nullable IntCsr apart,
            @Nullable CooccurrenceMatrix counted) {
        return new EdgeRule(
                Counting.FULL,
                null,
                units.ofPapers(),
                null,
                0,
                minPapers,
                new Sizes(weight, isRankedByWeight, units, selected),
                apart,
                counted);
    }

    /** Pairs that need not be counted; null for none. */
    @Nullable CooccurrenceMatrix counted() {
        return counted;
    }

    /** Whether two units may be tied at all. */
    boolean mayTie(int one, int other) {
        return apart == null || !(isWithin(apart, one, other) || isWithin(apart, other, one));
    }

    private static boolean isWithin(IntCsr rows, int row, int value) {
        int from = rows.from(row);
        return rows.size(row) > 0 && Arrays.binarySearch(rows.array(row), from, from + rows.size(row), value) >= 0;
    }

    /** Whether weights are sums of parts, which come out the same in any order. */
    boolean isSummed() {
        return sizes == null;
    }

    /** Whether weights that are no sums decide who stays. */
    boolean isRankedByWeight() {
        return sizes != null && sizes.areRanked;
    }

    double weight(int one, int other, int papers, long parts) {
        return sizes == null ? Counting.weight(parts) : sizes.weight.of(papers, sizes.of(one), sizes.of(other));
    }

    private int n(int paper) {
        return stated == null ? listed.size(paper) : stated[paper];
    }

    /** Whether a paper has too many units to make ties. */
    public boolean isOverLimit(int paper) {
        return n(paper) > maxUnits;
    }

    boolean makesTies(int paper) {
        return listed.size(paper) > 1 && n(paper) <= maxUnits;
    }

    long parts(int paper) {
        return counting.parts(n(paper));
    }

    boolean isTie(int papers, long parts) {
        return papers >= minPapers && (minWeight == 0 || Counting.weight(parts) >= minWeight);
    }

    /** Whether weights depend on how many units a paper has. */
    public boolean countsShares() {
        return counting != Counting.FULL;
    }
}
