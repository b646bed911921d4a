package org.invisiblecollege.network;

import java.util.function.IntPredicate;
import org.invisiblecollege.incidence.PaperSet;
import org.invisiblecollege.incidence.Rows;
import org.invisiblecollege.incidence.Units;

/**
 * Finds the ties of a unit by walking to its papers and from there to the units on them. Good for one question on one
 * thread; call {@link #end} when done.
 */
public final class TieWalk {

    private final Units units;
    private final PaperSet selected;
    private final TieRule rule;
    private final IntPredicate admitted;
    private final Scratch scratch;
    private int size;

    /**
     * A walk.
     *
     * @param selected papers that count
     * @param admitted units that may be tied to at all
     */
    public TieWalk(Units units, PaperSet selected, TieRule rule, IntPredicate admitted) {
        this.units = units;
        this.selected = selected;
        this.rule = rule;
        this.admitted = admitted;
        this.scratch = Scratch.of(units.count());
    }

    /** Goes to a unit; its ties are there to be looked at until the next call. */
    public void to(int unit) {
        forget();
        Rows ofUnit = units.papers();
        Rows ofPaper = units.ofPapers();
        int[] papers = ofUnit.array(unit);
        int[] joint = scratch.papers;
        long[] parts = scratch.parts;
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
        int kept = 0;
        for (int i = 0; i < reached; i++) {
            int other = found[i];
            if (other != unit && rule.isTie(joint[other], parts[other]) && admitted.test(other)) {
                found[kept++] = other;
            } else {
                joint[other] = 0;
                parts[other] = 0;
            }
        }
        size = kept;
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
            strength = Counting.sum(strength, scratch.parts[scratch.found[tie]]);
        }
        return strength;
    }

    /** Joint papers with a unit; 0 for none tied. */
    public int papers(int other) {
        return scratch.papers[other];
    }

    /** Parts of the weight of the tie with a unit, see {@link Counting#WHOLE}. */
    public long parts(int other) {
        return scratch.parts[other];
    }

    private void forget() {
        for (int i = 0; i < size; i++) {
            int other = scratch.found[i];
            scratch.papers[other] = 0;
            scratch.parts[other] = 0;
        }
        size = 0;
    }

    /** Ends the walk. */
    public void end() {
        forget();
        scratch.release();
    }
}
