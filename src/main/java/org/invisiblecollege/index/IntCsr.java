package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Lists of ints, one per row, in compressed sparse rows. Immutable: a change gives a new instance that shares the old values
 * and appends the changed rows; once these are a quarter of all, everything is written in order again.
 */
public final class IntCsr {

    private final int[] start;
    private final int[] size;
    private final int[] values;
    private final int[] changed;

    private IntCsr(int[] start, int[] size, int[] values, int[] changed) {
        this.start = start;
        this.size = size;
        this.values = values;
        this.changed = changed;
    }

    /** Returns the number of rows. */
    public int count() {
        return start.length;
    }

    /** Returns the number of values of a row. */
    public int size(int row) {
        return size[row];
    }

    /** Returns the array that holds a row: {@link #size} values from {@link #from} on. Must not be written to. */
    public int[] array(int row) {
        return start[row] < values.length ? values : changed;
    }

    /** Returns the offset of a row in its {@link #array}. */
    public int from(int row) {
        int offset = start[row];
        return offset < values.length ? offset : offset - values.length;
    }

    /** Returns a copy of a row. */
    public int[] get(int row) {
        int from = from(row);
        return Arrays.copyOfRange(array(row), from, from + size[row]);
    }

    /** Returns {@code count} rows, of which some are replaced; new ones that are not given are empty. */
    IntCsr with(int count, Int2ObjectMap<int[]> replaced) {
        int more = replaced.values().stream().mapToInt(row -> row.length).sum();
        int[] newStart = Arrays.copyOf(start, count);
        int[] newSize = Arrays.copyOf(size, count);
        int[] newChanged = Arrays.copyOf(changed, changed.length + more);
        int end = changed.length;
        for (Int2ObjectMap.Entry<int[]> entry : replaced.int2ObjectEntrySet()) {
            int[] row = entry.getValue();
            newStart[entry.getIntKey()] = values.length + end;
            newSize[entry.getIntKey()] = row.length;
            System.arraycopy(row, 0, newChanged, end, row.length);
            end += row.length;
        }
        IntCsr rows = new IntCsr(newStart, newSize, values, newChanged);
        return newChanged.length > Math.max(1024, values.length / 4) ? rows.compact() : rows;
    }

    /** Returns the same with all values in the order of the rows. */
    IntCsr compact() {
        int total = 0;
        for (int rowSize : size) {
            total += rowSize;
        }
        int[] newStart = new int[start.length];
        int[] newValues = new int[total];
        int end = 0;
        for (int row = 0; row < start.length; row++) {
            newStart[row] = end;
            System.arraycopy(array(row), from(row), newValues, end, size[row]);
            end += size[row];
        }
        return new IntCsr(newStart, size, newValues, new int[0]);
    }

    long bytes() {
        return Integer.BYTES * ((long) start.length + size.length + values.length + changed.length);
    }

    int[] sizes() {
        return size;
    }

    /** Returns all values of compact rows. */
    int[] values() {
        return values;
    }

    static IntCsr of(int[] sizes, int[] values) {
        int[] start = new int[sizes.length];
        int end = 0;
        for (int row = 0; row < sizes.length; row++) {
            start[row] = end;
            end += sizes[row];
        }
        return new IntCsr(start, sizes, values, new int[0]);
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
        for (int row = 0; row < start.length; row++) {
            int[] from = array(row);
            for (int i = from(row), end = i + size[row]; i < end; i++) {
                sizes[from[i] >>> bits]++;
            }
        }
        IntCsr transpose = of(sizes, new int[Arrays.stream(sizes).sum()]);
        int[] next = transpose.start.clone();
        for (int row = 0; row < start.length; row++) {
            int[] from = array(row);
            for (int i = from(row), end = i + size[row]; i < end; i++) {
                transpose.values[next[from[i] >>> bits]++] = (row << keptBits) | (from[i] & mask);
            }
        }
        return transpose;
    }

    /** Collects rows in order. */
    static final class Builder {

        private final IntArrayList sizes = new IntArrayList();
        private final IntArrayList values = new IntArrayList();

        void add(int[] row) {
            sizes.add(row.length);
            values.addElements(values.size(), row);
        }

        IntCsr build() {
            return of(sizes.toIntArray(), values.toIntArray());
        }
    }
}
