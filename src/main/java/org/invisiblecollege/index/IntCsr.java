package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import java.util.Arrays;
import org.invisiblecollege.kernel.Cancellation;

/** Lists of ints, one per row, in compressed sparse rows. Immutable; changes share the old values as in {@link SegmentedRows}. */
public final class IntCsr {

    private final SegmentedRows<int[]> rows;

    private IntCsr(SegmentedRows<int[]> rows) {
        this.rows = rows;
    }

    /** Returns rows of some sizes that are all zero, for their {@link #segments} to be written. */
    static IntCsr zeros(int[] sizes, int maxSegment) {
        return new IntCsr(SegmentedRows.zeros(sizes, SegmentedRows.Segmentation.ofInts(maxSegment)));
    }

    /** Returns the number of rows. */
    public int count() {
        return rows.count();
    }

    /** Returns the number of values of a row. */
    public int size(int row) {
        return rows.size(row);
    }

    /** Returns the array that holds a row: {@link #size} values from {@link #from} on. Must not be written to. */
    public int[] array(int row) {
        return rows.array(row);
    }

    /** Returns the offset of a row in its {@link #array}. */
    public int from(int row) {
        return rows.from(row);
    }

    /** Returns a copy of a row. */
    public int[] get(int row) {
        int from = from(row);
        return Arrays.copyOfRange(array(row), from, from + size(row));
    }

    /** Returns {@code count} rows, of which some are replaced; new ones that are not given are empty. */
    IntCsr with(int count, Int2ObjectMap<int[]> replaced) {
        return new IntCsr(rows.with(count, replaced));
    }

    /** Returns the same with all values in the order of the rows. */
    IntCsr compact() {
        return new IntCsr(rows.compact());
    }

    long bytes() {
        return rows.bytes(Integer.BYTES);
    }

    int[] sizes() {
        return rows.sizes();
    }

    /** Returns the number of values of compact rows. */
    long total() {
        return rows.total();
    }

    /** Returns all values of compact rows. */
    int[][] segments() {
        return rows.segments();
    }

    /** Returns the transpose of plain ordinals, with {@code count} rows in ascending order. */
    IntCsr transposed(int count) {
        return transposed(count, 0, 0);
    }

    /**
     * Returns the transpose with {@code count} rows, each in ascending order.
     *
     * @param bits low bits of each value that do not belong to the ordinal
     * @param keptBits how many of them the transpose keeps
     */
    IntCsr transposed(int count, int bits, int keptBits) {
        int mask = (1 << keptBits) - 1;
        int[] sizes = new int[count];
        Cancellation cancellation = Cancellation.current();
        for (int row = 0; row < count(); row++) {
            cancellation.check(row);
            int[] from = array(row);
            for (int i = from(row), end = i + size(row); i < end; i++) {
                sizes[from[i] >>> bits]++;
            }
        }
        SegmentedRows<int[]> transpose = SegmentedRows.zeros(sizes, rows.segmentation());
        int[][] segments = transpose.segments();
        int[] only = segments.length == 1 ? segments[0] : null;
        int[] next = transpose.starts();
        for (int row = 0; row < count(); row++) {
            cancellation.check(row);
            int[] from = array(row);
            for (int i = from(row), end = i + size(row); i < end; i++) {
                int to = from[i] >>> bits;
                int[] values = only != null ? only : segments[transpose.segment(to)];
                values[next[to]++] = (row << keptBits) | (from[i] & mask);
            }
        }
        return new IntCsr(transpose);
    }

    /** Collects rows in order. */
    static final class Builder {

        private final SegmentedRows.Builder<int[]> rows;

        Builder() {
            rows = new SegmentedRows.Builder<>(SegmentedRows.Segmentation.INTS);
        }

        /** Starts with segments of another length. */
        Builder(int maxSegment) {
            rows = new SegmentedRows.Builder<>(SegmentedRows.Segmentation.ofInts(maxSegment));
        }

        void add(int[] row) {
            rows.add(row);
        }

        /** Returns the rows; their values are gone from here then. */
        IntCsr build() {
            return new IntCsr(rows.build());
        }
    }
}
