package org.invisiblecollege.text;

import java.util.function.UnaryOperator;

/**
 * Caches the results of a pure function of words. The table has a fixed size and a word replaces any other in its slot, so
 * memory is bounded. Thread-safe without locks: entries are immutable, and one that is lost in a race is computed again.
 */
public final class DirectMappedCache implements UnaryOperator<String> {

    /** About 2 MB; holds the frequent words of a language with room to spare. */
    private static final int SIZE = 1 << 15;

    private final UnaryOperator<String> function;
    private final Entry[] entries = new Entry[SIZE];

    private record Entry(String word, String result) {}

    public DirectMappedCache(UnaryOperator<String> function) {
        this.function = function;
    }

    @Override
    public String apply(String word) {
        int hash = word.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (SIZE - 1);
        Entry entry = entries[slot];
        if (entry == null || !entry.word.equals(word)) {
            entry = new Entry(word, function.apply(word));
            entries[slot] = entry;
        }
        return entry.result;
    }
}
