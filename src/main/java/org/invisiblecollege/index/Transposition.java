package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keeps the transpose of sparse rows up to date when some rows change. */
final class Transposition {

    private Transposition() {}

    /**
     * Returns the new rows of a transpose, each in ascending order.
     *
     * @param transpose of {@code rows}
     * @param rows before the change
     * @param replaced the rows that change, with their new values
     * @param bits low bits of each value that do not belong to the column
     * @param keptBits how many of them the transpose keeps
     */
    static Int2ObjectMap<int[]> changes(
            IntCsr transpose, IntCsr rows, Int2ObjectMap<int[]> replaced, int bits, int keptBits) {
        int mask = (1 << keptBits) - 1;
        Int2ObjectMap<IntArrayList> removed = new Int2ObjectOpenHashMap<>();
        Int2ObjectMap<IntArrayList> added = new Int2ObjectOpenHashMap<>();
        replaced.int2ObjectEntrySet().forEach(entry -> {
            int row = entry.getIntKey();
            if (row < rows.count()) {
                for (int value : rows.get(row)) {
                    list(removed, value >>> bits).add((row << keptBits) | (value & mask));
                }
            }
            for (int value : entry.getValue()) {
                list(added, value >>> bits).add((row << keptBits) | (value & mask));
            }
        });
        IntOpenHashSet columns = new IntOpenHashSet(removed.keySet());
        columns.addAll(added.keySet());
        Int2ObjectMap<int[]> changes = new Int2ObjectOpenHashMap<>();
        columns.forEach((int column) -> {
            int[] gone = sorted(removed.get(column));
            int[] come = sorted(added.get(column));
            if (!Arrays.equals(gone, come)) {
                int[] old = column < transpose.count() ? transpose.get(column) : IntArrays.EMPTY_ARRAY;
                changes.put(column, merged(old, gone, come));
            }
        });
        return changes;
    }

    private static IntArrayList list(Int2ObjectMap<IntArrayList> lists, int column) {
        IntArrayList list = lists.get(column);
        if (list == null) {
            list = new IntArrayList();
            lists.put(column, list);
        }
        return list;
    }

    private static int[] sorted(@Nullable IntArrayList values) {
        if (values == null) {
            return IntArrays.EMPTY_ARRAY;
        }
        int[] sorted = values.toIntArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Returns an ascending list without the removed values and with the added ones, each once. */
    private static int[] merged(int[] old, int[] removed, int[] added) {
        int[] all = new int[old.length + added.length];
        int size = 0;
        int nextRemoved = 0;
        int nextAdded = 0;
        for (int value : old) {
            while (nextAdded < added.length && added[nextAdded] < value) {
                size = append(all, size, added[nextAdded++]);
            }
            while (nextRemoved < removed.length && removed[nextRemoved] < value) {
                nextRemoved++;
            }
            if (nextRemoved == removed.length || removed[nextRemoved] != value) {
                size = append(all, size, value);
            }
        }
        while (nextAdded < added.length) {
            size = append(all, size, added[nextAdded++]);
        }
        return Arrays.copyOf(all, size);
    }

    private static int append(int[] all, int size, int value) {
        if (size > 0 && all[size - 1] == value) {
            return size;
        }
        all[size] = value;
        return size + 1;
    }
}
