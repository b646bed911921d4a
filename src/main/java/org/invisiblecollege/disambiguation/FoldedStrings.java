package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers strings from 0 in the order in which they are added. Keeps their bytes in one array to save memory. Not thread-safe. */
final class FoldedStrings {

    private static final int EMPTY = 0;

    private byte[] bytes = new byte[1 << 10];
    /** Where each string begins, and where the next one will. */
    private final IntArrayList starts = new IntArrayList(new int[] {0});
    /** Ordinals plus one by hash, with linear probing. */
    private int[] table = new int[1 << 8];

    int size() {
        return starts.size() - 1;
    }

    /** Returns the ordinal of a string, which is added if it is new. */
    int add(String string) {
        byte[] encoded = string.getBytes(StandardCharsets.UTF_8);
        int slot = slot(Arrays.hashCode(encoded));
        while (table[slot] != EMPTY) {
            int ordinal = table[slot] - 1;
            if (Arrays.equals(bytes, starts.getInt(ordinal), starts.getInt(ordinal + 1), encoded, 0, encoded.length)) {
                return ordinal;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        int from = starts.getInt(size());
        int to = Math.addExact(from, encoded.length);
        if (to > bytes.length) {
            bytes = Arrays.copyOf(bytes, VarintBytes.grown(to));
        }
        System.arraycopy(encoded, 0, bytes, from, encoded.length);
        starts.add(to);
        table[slot] = size();
        if (2 * size() > table.length) {
            rehash();
        }
        return size() - 1;
    }

    String get(int ordinal) {
        int from = starts.getInt(ordinal);
        return new String(bytes, from, starts.getInt(ordinal + 1) - from, StandardCharsets.UTF_8);
    }

    private int slot(int hash) {
        return ((hash * 0x9E37_79B9) >>> 8) & (table.length - 1);
    }

    private void rehash() {
        table = new int[2 * table.length];
        for (int ordinal = 0; ordinal < size(); ordinal++) {
            int from = starts.getInt(ordinal);
            int to = starts.getInt(ordinal + 1);
            int hash = 1;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + bytes[i];
            }
            int slot = slot(hash);
            while (table[slot] != EMPTY) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = ordinal + 1;
        }
    }
}
