package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.function.IntPredicate;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;

/**
 * Finds the ties of a unit by walking to its papers and from there to the units on them. Good for one question on one
 * thread.
 */
public final class NeighbourScan implements AutoCloseable {

    private final NodeSet units;
    private final PaperSet selected;
    private final EdgeRule rule;
    private final IntPredicate admitted;
    private final WalkBuffers scratch;
    private int size;
    private int at;
    private boolean isScanning;
    private boolean isClosed;

    /**
     * A walk.
     *
     * @param selected papers that count
     * @param admitted units that may be tied to at all
     */
    public NeighbourScan(NodeSet units, PaperSet selected, EdgeRule rule, IntPredicate admitted) {
        this.units = units;
        this.selected = selected;
        this.rule = rule;
        this.admitted = admitted;
        this.scratch = WalkBuffers.take(units.count());
    }

    /** Goes to a unit; its ties are there to be looked at until the next call. */
    public void to(int unit) {
        forget();
        isScanning = true;
        int reached = rule.counted() == null ? count(unit) : look(rule.counted(), unit);
        int[] joint = scratch.papers;
        long[] parts = scratch.scaledWeights;
        int[] found = scratch.found;
        int kept = 0;
        for (int i = 0; i < reached; i++) {
            int other = found[i];
            boolean isTie = other != unit
                    && rule.isTie(joint[other], parts[other])
                    && rule.mayTie(unit, other)
                    && admitted.test(other);
            if (isTie) {
                found[kept++] = other;
            } else {
                joint[other] = 0;
                parts[other] = 0;
            }
        }
        size = kept;
        at = unit;
        isScanning = false;
        if (rule.isRankedByWeight()) {
            // Sums of these weights depend on their order, so it must not depend on the numbers units have in this
            // index.
            IntArrays.quickSort(found, 0, size, (a, b) -> Integer.compare(units.rank()[a], units.rank()[b]));
        }
    }

    private int look(CooccurrenceMatrix counted, int unit) {
        int reached = 0;
        for (int place = counted.from(unit); place < counted.to(unit); place++) {
            int other = counted.other(place);
            scratch.found[reached++] = other;
            scratch.papers[other] = counted.papers(place);
            scratch.scaledWeights[other] = counted.papers(place) * Counting.WHOLE;
        }
        return reached;
    }

    private int count(int unit) {
        IntCsr ofUnit = units.papers();
        IntCsr ofPaper = units.ofPapers();
        int[] papers = ofUnit.array(unit);
        int[] joint = scratch.papers;
        long[] parts = scratch.scaledWeights;
        int[] found = scratch.found;
        int reached = 0;
        for (int i = ofUnit.from(unit), end = i + ofUnit.size(unit); i < end; i++) {
            int paper = papers[i];
            if (!selected.has(paper) || !rule.makesTies(paper)) {
                continue;
            }
            long each = rule.parts(paper);
            int[] others = ofPaper.array(paper);
            for (int j = ofPaper.from(paper), last = j + ofPaper.size(paper); j < last; j++) {
                int other = others[j];
                if (joint[other]++ == 0) {
                    found[reached++] = other;
                }
                parts[other] += each;
            }
        }
        return reached;
    }

    /** How many ties the unit has. */
    public int size() {
        return size;
    }

    /** The unit at the other end of a tie. */
    public int other(int tie) {
        return scratch.found[tie];
    }

    /** Parts of the weights of all ties of the unit together. */
    long strength() {
        long strength = 0;
        for (int tie = 0; tie < size; tie++) {
            strength = Counting.sum(strength, scratch.scaledWeights[scratch.found[tie]]);
        }
        return strength;
    }

    /** What draws a walker along a tie: its weight where that decides who stays, else the parts of the joint papers. */
    double pull(int tie) {
        int other = scratch.found[tie];
        return rule.isRankedByWeight()
                ? rule.weight(at, other, scratch.papers[other], scratch.scaledWeights[other])
                : scratch.scaledWeights[other];
    }

    /** What draws a walker along all ties together. */
    double pulls() {
        if (!rule.isRankedByWeight()) {
            return strength();
        }
        double sum = 0;
        for (int tie = 0; tie < size; tie++) {
            sum += pull(tie);
        }
        return sum;
    }

    /** Joint papers with a unit; 0 for none tied. */
    public int papers(int other) {
        return scratch.papers[other];
    }

    /** Parts of the weight of the tie with a unit, see {@link Counting#WHOLE}. */
    public long parts(int other) {
        return scratch.scaledWeights[other];
    }

    private void forget() {
        if (isScanning) {
            // A failure cut the scan short, and what it counted is not known.
            scratch.clear();
            isScanning = false;
        }
        for (int i = 0; i < size; i++) {
            int other = scratch.found[i];
            scratch.papers[other] = 0;
            scratch.scaledWeights[other] = 0;
        }
        size = 0;
    }

    /** Gives the buffers back. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            forget();
            scratch.close();
        }
    }
}
