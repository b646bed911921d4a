package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Different texts and their numbers. Immutable. */
public final class StringDictionary {

    private static final int FREE = -1;

    private final StringPool texts;
    /** Numbers by hash, the next place for those that collide; the number of a text that is gone stays and matches nothing. */
    private final int[] table;

    private StringDictionary(StringPool texts, int[] table) {
        this.texts = texts;
        this.table = table;
    }

    static StringDictionary of(StringPool texts) {
        int[] table = new int[HashCommon.arraySize(Math.max(8, texts.count()), 0.6f)];
        Arrays.fill(table, FREE);
        for (int number = 0; number < texts.count(); number++) {
            if (!texts.isEmpty(number)) {
                put(table, texts.hash(number), number);
            }
        }
        return new StringDictionary(texts, table);
    }

    private static void put(int[] table, int hash, int number) {
        int at = (hash >>> 1) & (table.length - 1);
        while (table[at] != FREE) {
            at = (at + 1) & (table.length - 1);
        }
        table[at] = number;
    }

    /** The number of a text, or -1. */
    public int find(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int at = (StringPool.hash(encoded, 0, encoded.length) >>> 1) & (table.length - 1);
        while (table[at] != FREE) {
            if (texts.is(table[at], encoded)) {
                return table[at];
            }
            at = (at + 1) & (table.length - 1);
        }
        return -1;
    }

    public String get(int number) {
        return texts.get(number);
    }

    /** How many numbers there are, with those whose text is gone. */
    public int count() {
        return texts.count();
    }

    public boolean isGone(int number) {
        return texts.isEmpty(number);
    }

    public int compare(int one, int other) {
        return texts.compare(one, other);
    }

    long bytes() {
        return texts.countBytes() + Integer.BYTES * (long) table.length;
    }

    StringPool texts() {
        return texts;
    }

    /** With new numbers from {@link #count} on; an old number may only be given nothing, when its text is gone. */
    StringDictionary with(int count, Int2ObjectMap<byte[]> replaced) {
        StringPool changed = texts.with(count, replaced);
        if (count > table.length * 0.7) {
            return of(changed);
        }
        int[] more = table.clone();
        for (int number = texts.count(); number < count; number++) {
            put(more, changed.hash(number), number);
        }
        return new StringDictionary(changed, more);
    }
}
