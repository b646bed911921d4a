package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Lists of numbers, one a row, in compressed sparse rows. Immutable: a change gives new rows, which share the old values;
 * what changed lies behind them until it is a quarter of all, and is then written in line.
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

    /** Number of rows. */
    public int count() {
        return start.length;
    }

    /** Number of values of a row. */
    public int size(int row) {
        return size[row];
    }

    /** The array that holds a row: {@link #size} values of it from {@link #from} on. Not to be written to. */
    public int[] array(int row) {
        return start[row] < values.length ? values : changed;
    }

    /** Where a row starts in its {@link #array}. */
    public int from(int row) {
        int at = start[row];
        return at < values.length ? at : at - values.length;
    }

    /** A copy of a row. */
    public int[] get(int row) {
        int from = from(row);
        return Arrays.copyOfRange(array(row), from, from + size[row]);
    }

    /** Rows with some replaced; there are as many as {@code count} then, new ones empty where not given. */
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
        return newChanged.length > Math.max(1024, values.length / 4) ? rows.inLine() : rows;
    }

    /** The same with all values in the order of the rows. */
    IntCsr inLine() {
        int total = 0;
        for (int each : size) {
            total += each;
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

    /** All values; only of rows that are in line. */
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

    /**
     * The same pairs seen from the other side, each row in rising order.
     *
     * @param wideTag bits at the low end of each value that are no part of the number
     * @param tag how many of them go along with the pair
     */
    IntCsr transposed(int count, int wideTag, int tag) {
        int mask = (1 << tag) - 1;
        int[] sizes = new int[count];
        for (int row = 0; row < start.length; row++) {
            int[] from = array(row);
            for (int i = from(row), end = i + size[row]; i < end; i++) {
                sizes[from[i] >>> wideTag]++;
            }
        }
        IntCsr other = of(sizes, new int[Arrays.stream(sizes).sum()]);
        int[] next = other.start.clone();
        for (int row = 0; row < start.length; row++) {
            int[] from = array(row);
            for (int i = from(row), end = i + size[row]; i < end; i++) {
                other.values[next[from[i] >>> wideTag]++] = (row << tag) | (from[i] & mask);
            }
        }
        return other;
    }

    /** Gathers rows one after the other. */
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
