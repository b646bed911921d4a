package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Papers in the order of their dates and of their citation counts. They lie in rows, so that a page is found without sorting
 * and a change touches few of them. Immutable.
 */
public final class PaperOrders {

    /** The row of papers without a year or without a citation count. */
    static final int NONE = 0;

    private static final int CITATION_ROWS = Integer.SIZE + 1;

    private final int firstYear;
    private final IntCsr byYear;
    private final IntCsr byCitations;

    /**
     * Takes rows that are in order already.
     *
     * @param firstYear year of the row after {@link #NONE}; the rows of the following years come next
     * @param byYear papers of each year, latest first, then by title
     * @param byCitations papers with counts of the same number of binary digits, most cited first, then by title
     */
    PaperOrders(int firstYear, IntCsr byYear, IntCsr byCitations) {
        this.firstYear = firstYear;
        this.byYear = byYear;
        this.byCitations = byCitations;
    }

    /** Sorts papers. */
    static PaperOrders of(PaperDates dates, int[] citations, byte[] flags, Titles titles) {
        int first = Short.MAX_VALUE;
        int last = Short.MIN_VALUE;
        for (int paper = 0; paper < flags.length; paper++) {
            if (dates.isDated(paper) && (flags[paper] & PaperTable.PRESENT) != 0) {
                first = Math.min(first, dates.years()[paper]);
                last = Math.max(last, dates.years()[paper]);
            }
        }
        int firstYear = first;
        int rows = Math.max(0, last - first + 1) + 1;
        return new PaperOrders(
                firstYear,
                sorted(rows, paper -> yearRow(dates, firstYear, paper), dates::daysBack, flags, titles),
                sorted(
                        CITATION_ROWS,
                        paper -> citationRow(citations[paper]),
                        paper -> mostCitedFirst(citations[paper]),
                        flags,
                        titles));
    }

    private static IntCsr sorted(int rows, IntUnaryOperator row, IntUnaryOperator key, byte[] flags, Titles titles) {
        int[] sizes = new int[rows];
        for (int paper = 0; paper < flags.length; paper++) {
            if ((flags[paper] & PaperTable.PRESENT) != 0) {
                sizes[row.applyAsInt(paper)]++;
            }
        }
        long[][] keys = new long[rows][];
        Arrays.setAll(keys, i -> new long[sizes[i]]);
        int[] next = new int[rows];
        for (int paper = 0; paper < flags.length; paper++) {
            if ((flags[paper] & PaperTable.PRESENT) != 0) {
                int of = row.applyAsInt(paper);
                keys[of][next[of]++] = ((long) key.applyAsInt(paper) << Integer.SIZE) | titles.rank()[paper];
            }
        }
        IntCsr.Builder sorted = new IntCsr.Builder();
        for (long[] ofRow : keys) {
            Arrays.sort(ofRow);
            int[] papers = new int[ofRow.length];
            Arrays.setAll(papers, i -> titles.order()[(int) ofRow[i]]);
            sorted.add(papers);
        }
        return sorted.build();
    }

    /** Returns the row of a paper; -1 for a year before the first. */
    private static int yearRow(PaperDates dates, int firstYear, int paper) {
        if (!dates.isDated(paper)) {
            return NONE;
        }
        return dates.years()[paper] < firstYear ? -1 : dates.years()[paper] - firstYear + 1;
    }

    private static int citationRow(int citations) {
        return citations < 0 ? NONE : Integer.SIZE - Integer.numberOfLeadingZeros(citations) + 1;
    }

    /** Returns a key that is smaller for greater counts; it is not negative. */
    static int mostCitedFirst(int citations) {
        return Integer.MAX_VALUE - Math.max(0, citations);
    }

    int firstYear() {
        return firstYear;
    }

    /** Returns the year of a row by year. */
    int year(int row) {
        return firstYear + row - 1;
    }

    /** Returns the number of rows by year, including {@link #NONE}. */
    IntCsr byYear() {
        return byYear;
    }

    IntCsr byCitations() {
        return byCitations;
    }

    /** Returns the number of papers of a range of years, both included. */
    int count(int fromYear, int toYear) {
        int count = 0;
        for (int row = Math.max(1, fromYear - firstYear + 1);
                row < byYear.count() && row <= toYear - firstYear + 1;
                row++) {
            count += byYear.size(row);
        }
        return count;
    }

    /** Returns the number of papers. */
    int count() {
        int count = 0;
        for (int row = 0; row < byYear.count(); row++) {
            count += byYear.size(row);
        }
        return count;
    }

    /**
     * Returns the orders after a change of some papers.
     *
     * @param before the table before the change
     * @param changed papers that changed or were deleted
     */
    PaperOrders with(
            PaperTable before, IntSet changed, PaperDates dates, int[] citations, byte[] flags, Titles titles) {
        if (changed.isEmpty()) {
            return this;
        }
        boolean isNewYear = changed.intStream()
                .filter(paper -> (flags[paper] & PaperTable.PRESENT) != 0)
                .map(paper -> yearRow(dates, firstYear, paper))
                .anyMatch(row -> row < 0 || row >= byYear.count());
        if (isNewYear) {
            return of(dates, citations, flags, titles);
        }
        return new PaperOrders(
                firstYear,
                moved(
                        byYear,
                        changed,
                        before,
                        paper -> yearRow(before.dates(), firstYear, paper),
                        paper -> yearRow(dates, firstYear, paper),
                        dates::daysBack,
                        flags,
                        titles),
                moved(
                        byCitations,
                        changed,
                        before,
                        paper -> citationRow(before.citations()[paper]),
                        paper -> citationRow(citations[paper]),
                        paper -> mostCitedFirst(citations[paper]),
                        flags,
                        titles));
    }

    private static IntCsr moved(
            IntCsr rows,
            IntSet changed,
            PaperTable before,
            IntUnaryOperator oldRow,
            IntUnaryOperator newRow,
            IntUnaryOperator key,
            byte[] flags,
            Titles titles) {
        IntOpenHashSet touched = new IntOpenHashSet();
        Int2ObjectMap<IntArrayList> added = new Int2ObjectOpenHashMap<>();
        changed.forEach((int paper) -> {
            if (paper < before.count() && before.has(paper, PaperTable.PRESENT)) {
                touched.add(oldRow.applyAsInt(paper));
            }
            if ((flags[paper] & PaperTable.PRESENT) != 0) {
                int row = newRow.applyAsInt(paper);
                touched.add(row);
                added.computeIfAbsent(row, none -> new IntArrayList()).add(paper);
            }
        });
        Int2ObjectMap<int[]> replaced = new Int2ObjectOpenHashMap<>();
        touched.forEach((int row) -> {
            IntArrayList more = added.getOrDefault(row, new IntArrayList());
            more.sort((a, b) -> compare(a, b, key, titles));
            replaced.put(row, merged(rows.get(row), changed, more, key, titles));
        });
        return rows.with(rows.count(), replaced);
    }

    private static int[] merged(int[] old, IntSet changed, IntArrayList added, IntUnaryOperator key, Titles titles) {
        IntArrayList all = new IntArrayList(old.length + added.size());
        int next = 0;
        for (int paper : old) {
            if (!changed.contains(paper)) {
                while (next < added.size() && compare(added.getInt(next), paper, key, titles) < 0) {
                    all.add(added.getInt(next++));
                }
                all.add(paper);
            }
        }
        all.addAll(added.subList(next, added.size()));
        return all.toIntArray();
    }

    private static int compare(int left, int right, IntUnaryOperator key, Titles titles) {
        int byKey = Integer.compare(key.applyAsInt(left), key.applyAsInt(right));
        return byKey != 0 ? byKey : Integer.compare(titles.rank()[left], titles.rank()[right]);
    }

    long bytes() {
        return byYear.bytes() + byCitations.bytes();
    }
}
