package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.longs.LongComparators;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.selection.PaperOrder;

/**
 * The papers of a set in an order that the index keeps. Each paper has a key, smaller the earlier it comes, so that a page is
 * what lies between two keys. From a small set a page is selected; in a large one the order itself is followed, which visits
 * few papers. Thread-safe.
 */
final class OrderedPapers {

    /** A key before all papers. */
    static final long START = Long.MIN_VALUE;
    /** A key after all papers. */
    static final long END = Long.MAX_VALUE;

    /** In a set of more papers, the order is followed first. */
    private static final int MAX_SELECTED = 20_000;

    private final PaperTable table;
    private final PaperSet set;
    private final PaperOrder order;
    private final int[] rank;
    private final IntUnaryOperator primary;

    OrderedPapers(PaperTable table, PaperSet set, PaperOrder order) {
        this(
                table,
                set,
                order,
                switch (order) {
                    case NEWEST -> table.dates()::latestFirst;
                    case OLDEST -> table.dates()::earliestFirst;
                    case MOST_CITED -> paper -> citationKey(table.citations()[paper]);
                    case TITLE -> paper -> 0;
                    case RELEVANCE -> throw new IllegalArgumentException("The order by relevance needs a query.");
                });
    }

    private OrderedPapers(PaperTable table, PaperSet set, PaperOrder order, IntUnaryOperator primary) {
        this.table = table;
        this.set = set;
        this.order = order;
        this.rank = table.titles().rank();
        this.primary = primary;
    }

    /** Returns papers in the order of their scores, which all of them are computed for. */
    static OrderedPapers byRelevance(PaperTable table, PaperSet set, TextQuery query) {
        return new OrderedPapers(
                table,
                set,
                PaperOrder.RELEVANCE,
                // Positive floats are in the order of their bits.
                paper -> Integer.MAX_VALUE - Float.floatToIntBits((float) query.score(paper)));
    }

    /** Returns the key of a paper. */
    long key(int paper) {
        return key(primary.applyAsInt(paper), 2L * rank[paper] + 1);
    }

    private static int citationKey(int citations) {
        return citations < 0 ? Integer.MAX_VALUE : PaperOrders.mostCitedFirst(citations) - 1;
    }

    /**
     * Returns the key that a paper has or would have.
     *
     * @param primary the part of the key that is not the title
     */
    long key(int primary, String title, String id) {
        int before = table.titles().before(title, id);
        boolean isThere = before < table.count()
                && table.ids().get(table.titles().order()[before]).equals(id)
                && table.titles().get(table.titles().order()[before]).equals(title);
        return key(primary, 2L * before + (isThere ? 1 : 0));
    }

    /** Returns whether a paper comes before a key, or before or at a bound that lies before it. */
    boolean isAnyBefore(long key, long bound) {
        return between(START, Math.max(key, bound + 1), true, 1).length > 0;
    }

    /** Returns whether a paper comes after a key, or after or at a bound that lies after it. */
    boolean isAnyAfter(long key, long bound) {
        return between(Math.min(key, bound - 1), END, false, 1).length > 0;
    }

    private static long key(int primary, long secondary) {
        return ((long) primary << Integer.SIZE) | secondary;
    }

    /** Returns the part of the key that is not the title. */
    static int primary(long key) {
        return (int) (key >> Integer.SIZE);
    }

    /**
     * Returns papers between two keys, in order.
     *
     * @param after key, excluded
     * @param before key, excluded
     * @param isBackwards whether to return the last ones, not the first ones
     */
    int[] between(long after, long before, boolean isBackwards, int limit) {
        if (limit == 0) {
            return new int[0];
        }
        int visits = set.visits();
        if (visits > MAX_SELECTED && order != PaperOrder.RELEVANCE) {
            Walk walk = new Walk(after, before, isBackwards, limit, visits);
            if (walk.run()) {
                return walk.found();
            }
        }
        return selected(after, before, isBackwards, limit);
    }

    /** Follows the order, however far. */
    int[] walked(long after, long before, boolean isBackwards, int limit) {
        Walk walk = new Walk(after, before, isBackwards, limit, Integer.MAX_VALUE);
        walk.run();
        return walk.found();
    }

    /** Visits all papers of the set. */
    int[] selected(long after, long before, boolean isBackwards, int limit) {
        // The head of the queue is the one to go when a better one comes.
        LongHeapPriorityQueue best = new LongHeapPriorityQueue(
                isBackwards ? LongComparators.NATURAL_COMPARATOR : LongComparators.OPPOSITE_COMPARATOR);
        set.forEach(paper -> {
            long key = key(paper);
            if (key > after && key < before) {
                if (best.size() < limit) {
                    best.enqueue(key);
                } else if (isBackwards ? key > best.firstLong() : key < best.firstLong()) {
                    best.dequeueLong();
                    best.enqueue(key);
                }
            }
        });
        long[] keys = new long[best.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = best.dequeueLong();
        }
        LongArrays.quickSort(keys);
        int[] papers = new int[keys.length];
        for (int i = 0; i < papers.length; i++) {
            papers[i] = table.titles().order()[(int) ((keys[i] & 0xFFFF_FFFFL) >>> 1)];
        }
        return papers;
    }

    /** Follows the order until enough papers of the set are found. */
    private final class Walk {

        private final long after;
        private final long before;
        private final boolean isBackwards;
        private final int limit;
        private final IntArrayList found = new IntArrayList();
        /** Papers that may still be visited; selecting from the set is cheaper than more. */
        private int budget;

        private final Cancellation cancellation = Cancellation.current();

        Walk(long after, long before, boolean isBackwards, int limit, int budget) {
            this.after = after;
            this.before = before;
            this.isBackwards = isBackwards;
            this.limit = limit;
            this.budget = budget;
        }

        /** Returns whether the budget was enough. */
        boolean run() {
            switch (order) {
                case NEWEST -> years(false, row -> run(table.orders().byYear(), row));
                case OLDEST -> years(true, this::days);
                case MOST_CITED ->
                    rows(table.orders().byCitations(), row -> run(table.orders().byCitations(), row));
                case TITLE -> run(table.titles().order(), 0, table.count());
                case RELEVANCE -> throw new IllegalStateException("The index keeps no order by relevance.");
            }
            return budget >= 0;
        }

        int[] found() {
            int[] papers = found.toIntArray();
            if (isBackwards) {
                IntArrays.reverse(papers);
            }
            return papers;
        }

        /** Visits rows by year, those without a date last; returns false if the visitor did, which ends the walk. */
        private boolean years(boolean isEarliestFirst, IntPredicate visit) {
            PaperOrders orders = table.orders();
            int rows = orders.byYear().count();
            boolean isUpwards = isEarliestFirst != isBackwards;
            boolean hasUndated = set.from() == Short.MIN_VALUE;
            boolean goesOn = !isBackwards || !hasUndated || visit.test(PaperOrders.NONE);
            for (int i = 1; goesOn && i < rows; i++) {
                int row = isUpwards ? i : rows - i;
                int year = orders.year(row);
                if (year >= set.from() && year <= set.to() && mayHold(year, isEarliestFirst)) {
                    goesOn = visit.test(row);
                }
            }
            return goesOn && (isBackwards || !hasUndated || visit.test(PaperOrders.NONE));
        }

        /** Returns whether the keys of a year overlap with those wanted. */
        private boolean mayHold(int year, boolean isEarliestFirst) {
            int oneEnd = isEarliestFirst ? PaperDates.earliestFirst(year, 0) : PaperDates.latestFirst(year, 0);
            int otherEnd = isEarliestFirst
                    ? PaperDates.earliestFirst(year, PaperDates.MAX_DAY)
                    : PaperDates.latestFirst(year, PaperDates.MAX_DAY);
            return key(Math.max(oneEnd, otherEnd) + 1, 0) > after && key(Math.min(oneEnd, otherEnd), 0) < before;
        }

        /** Visits the days of a year, earliest first; within its row the latest come first. */
        private boolean days(int row) {
            IntCsr byYear = table.orders().byYear();
            if (row == PaperOrders.NONE) {
                return run(byYear, row);
            }
            int[] papers = byYear.array(row);
            int from = byYear.from(row);
            int end = from + byYear.size(row);
            short[] days = table.dates().days();
            if (isBackwards) {
                for (int start = from; start < end; ) {
                    int next = endOfDay(papers, days, start, end);
                    if (!run(papers, start, next)) {
                        return false;
                    }
                    start = next;
                }
            } else {
                for (int next = end; next > from; ) {
                    int start = startOfDay(papers, days, from, next);
                    if (!run(papers, start, next)) {
                        return false;
                    }
                    next = start;
                }
            }
            return true;
        }

        private static int endOfDay(int[] papers, short[] days, int start, int end) {
            int low = start + 1;
            int high = end;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (days[papers[middle]] == days[papers[start]]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static int startOfDay(int[] papers, short[] days, int from, int end) {
            int low = from;
            int high = end - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (days[papers[middle]] == days[papers[end - 1]]) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        /** Visits rows by citations, the most cited first and those without a count last. */
        private void rows(IntCsr rows, IntPredicate visit) {
            if (isBackwards) {
                for (int row = 0; row < rows.count() && visit.test(row); ) {
                    row++;
                }
            } else {
                for (int row = rows.count() - 1; row >= 0 && visit.test(row); ) {
                    row--;
                }
            }
        }

        private boolean run(IntCsr rows, int row) {
            int from = rows.from(row);
            return run(rows.array(row), from, from + rows.size(row));
        }

        /** Visits papers in ascending order of their keys; returns false if the walk is over. */
        private boolean run(int[] papers, int from, int end) {
            if (from == end || key(papers[end - 1]) <= after || key(papers[from]) >= before) {
                return true;
            }
            if (isBackwards) {
                for (int i = firstFrom(papers, from, end, before) - 1; i >= from; i--) {
                    if (key(papers[i]) <= after || !visit(papers[i])) {
                        return false;
                    }
                }
            } else {
                for (int i = firstFrom(papers, from, end, after); i < end; i++) {
                    if (key(papers[i]) >= before || !visit(papers[i])) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Returns the first place in a run whose key is not smaller; no paper has a key that equals one of the bounds' titles. */
        private int firstFrom(int[] papers, int from, int end, long wanted) {
            int low = from;
            int high = end;
            while (low < high) {
                int middle = (low + high) >>> 1;
                long key = key(papers[middle]);
                if (isBackwards ? key < wanted : key <= wanted) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private boolean visit(int paper) {
            if (--budget < 0) {
                return false;
            }
            cancellation.check();
            if (table.has(paper, PaperTable.PRESENT) && set.has(paper)) {
                found.add(paper);
            }
            return found.size() < limit;
        }
    }
}
