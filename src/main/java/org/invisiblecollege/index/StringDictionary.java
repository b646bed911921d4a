package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Distinct texts and their ordinals. Immutable. */
public final class StringDictionary {

    private static final int FREE = -1;

    private final StringPool texts;
    /** Ordinals by hash, with linear probing; the ordinal of a deleted text stays and matches nothing. */
    private final int[] table;

    private StringDictionary(StringPool texts, int[] table) {
        this.texts = texts;
        this.table = table;
    }

    static StringDictionary of(StringPool texts) {
        int[] table = new int[HashCommon.arraySize(Math.max(8, texts.count()), 0.6f)];
        Arrays.fill(table, FREE);
        for (int ordinal = 0; ordinal < texts.count(); ordinal++) {
            if (!texts.isEmpty(ordinal)) {
                put(table, texts.hash(ordinal), ordinal);
            }
        }
        return new StringDictionary(texts, table);
    }

    private static void put(int[] table, int hash, int ordinal) {
        int slot = (hash >>> 1) & (table.length - 1);
        while (table[slot] != FREE) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = ordinal;
    }

    /** Returns the ordinal of a text, or -1. */
    public int find(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int slot = (StringPool.hash(encoded, 0, encoded.length) >>> 1) & (table.length - 1);
        while (table[slot] != FREE) {
            if (texts.is(table[slot], encoded)) {
                return table[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }

    public String get(int ordinal) {
        return texts.get(ordinal);
    }

    /** Returns the number of ordinals, including those of deleted texts. */
    public int count() {
        return texts.count();
    }

    public boolean isDeleted(int ordinal) {
        return texts.isEmpty(ordinal);
    }

    /** Compares two texts by code points. */
    public int compare(int left, int right) {
        return texts.compare(left, right);
    }

    long bytes() {
        return texts.bytes() + Integer.BYTES * (long) table.length;
    }

    StringPool texts() {
        return texts;
    }

    /** Returns the same with new texts from {@link #count} on; an old text may only be replaced by nothing, which deletes it. */
    StringDictionary with(int count, Int2ObjectMap<byte[]> replaced) {
        StringPool changed = texts.with(count, replaced);
        if (count > table.length * 0.7) {
            return of(changed);
        }
        int[] newTable = table.clone();
        for (int ordinal = texts.count(); ordinal < count; ordinal++) {
            put(newTable, changed.hash(ordinal), ordinal);
        }
        return new StringDictionary(changed, newTable);
    }
}
