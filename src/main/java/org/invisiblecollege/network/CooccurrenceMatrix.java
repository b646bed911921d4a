package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.shorts.ShortArrayList;
import java.util.Arrays;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperTable;
import org.jspecify.annotations.Nullable;

/**
 * How often each two units stand together on any paper, counted once for questions about all papers. Worth it where units are
 * few and have many papers, as topics are: a walk from one of them to all others would look at most papers many times.
 * Immutable.
 */
public final class CooccurrenceMatrix {

    /** A pair takes a dozen bytes at both ends. */
    private static final int MAX_ENDS = 20_000_000;

    private final int[] first;
    private final int[] others;
    private final int[] papers;
    private final short[] firstYears;
    private final short[] lastYears;

    private CooccurrenceMatrix(
            int[] first,
            IntArrayList others,
            IntArrayList papers,
            ShortArrayList firstYears,
            ShortArrayList lastYears) {
        this.first = first;
        this.others = others.toIntArray();
        this.papers = papers.toIntArray();
        this.firstYears = firstYears.toShortArray();
        this.lastYears = lastYears.toShortArray();
    }

    /** Counts all pairs; null if there are too many to keep. */
    public static @Nullable CooccurrenceMatrix of(NodeSet units, PaperTable table) {
        int[] first = new int[units.count() + 1];
        IntArrayList others = new IntArrayList();
        IntArrayList papers = new IntArrayList();
        ShortArrayList firstYears = new ShortArrayList();
        ShortArrayList lastYears = new ShortArrayList();
        int[] joint = new int[units.count()];
        short[] earliest = new short[units.count()];
        short[] latest = new short[units.count()];
        int[] found = new int[units.count()];
        IntCsr ofUnit = units.papers();
        IntCsr ofPaper = units.ofPapers();
        for (int unit = 0; unit < units.count(); unit++) {
            int size = 0;
            int[] its = ofUnit.array(unit);
            for (int i = ofUnit.from(unit), end = i + ofUnit.size(unit); i < end; i++) {
                short year = table.years()[its[i]];
                int[] row = ofPaper.array(its[i]);
                for (int j = ofPaper.from(its[i]), stop = j + ofPaper.size(its[i]); j < stop; j++) {
                    int other = row[j];
                    if (other == unit) {
                        continue;
                    }
                    if (joint[other]++ == 0) {
                        found[size++] = other;
                        earliest[other] = year;
                        latest[other] = year;
                    } else {
                        earliest[other] = EdgeList.earlier(earliest[other], year);
                        latest[other] = (short) Math.max(latest[other], year);
                    }
                }
            }
            Arrays.sort(found, 0, size);
            for (int i = 0; i < size; i++) {
                int other = found[i];
                others.add(other);
                papers.add(joint[other]);
                firstYears.add(earliest[other]);
                lastYears.add(latest[other]);
                joint[other] = 0;
            }
            first[unit + 1] = others.size();
            if (others.size() > MAX_ENDS) {
                return null;
            }
        }
        return new CooccurrenceMatrix(first, others, papers, firstYears, lastYears);
    }

    int from(int unit) {
        return first[unit];
    }

    int to(int unit) {
        return first[unit + 1];
    }

    int other(int place) {
        return others[place];
    }

    int papers(int place) {
        return papers[place];
    }

    /**
     * Year of the earliest dated paper with both of two units.
     *
     * @throws IllegalArgumentException if no paper has both
     */
    public short firstYear(int one, int other) {
        int place = Arrays.binarySearch(others, first[one], first[one + 1], other);
        if (place < 0) {
            throw new IllegalArgumentException("No paper has both " + one + " and " + other);
        }
        return firstYears[place];
    }

    short firstYear(int place) {
        return firstYears[place];
    }

    short lastYear(int place) {
        return lastYears[place];
    }
}
