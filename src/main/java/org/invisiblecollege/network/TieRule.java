package org.invisiblecollege.network;

import org.invisiblecollege.incidence.PaperTable;
import org.invisiblecollege.incidence.Rows;
import org.invisiblecollege.incidence.Units;
import org.jspecify.annotations.Nullable;

/** What makes a tie, and how much a paper counts for it. */
public final class TieRule {

    private final Counting counting;
    private final char @Nullable [] stated;
    private final Rows listed;
    private final int maxUnits;
    private final double minWeight;
    private final int minPapers;

    private TieRule(
            Counting counting,
            char @Nullable [] stated,
            Rows listed,
            @Nullable Integer maxUnits,
            double minWeight,
            int minPapers) {
        this.counting = counting;
        this.stated = stated;
        this.listed = listed;
        this.maxUnits = maxUnits == null ? Integer.MAX_VALUE : maxUnits;
        this.minWeight = minWeight;
        this.minPapers = minPapers;
    }

    /**
     * The rule for authors: n is the greater of the stated and the listed number.
     *
     * @param maxAuthors papers with more make no ties; null for no limit
     */
    public static TieRule ofAuthors(
            PaperTable papers,
            Units authors,
            Counting counting,
            @Nullable Integer maxAuthors,
            double minWeight,
            int minPapers) {
        return new TieRule(counting, papers.authorCounts(), authors.ofPapers(), maxAuthors, minWeight, minPapers);
    }

    /** The rule for units of which a paper has as many as are listed. */
    public static TieRule ofListed(Units units, Counting counting, double minWeight, int minPapers) {
        return new TieRule(counting, null, units.ofPapers(), null, minWeight, minPapers);
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
