package org.invisiblecollege.text;

import java.util.function.UnaryOperator;

/**
 * Remembers what a pure function gives for words that are met often. A table of fixed size in which a word displaces
 * another with the same place, so memory is bounded. Thread-safe without locks: entries are immutable, and one that is
 * lost in a race is computed again.
 */
public final class DirectMappedCache implements UnaryOperator<String> {

    /** Some 2 MB; holds the frequent words of a language with room to spare. */
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
        int place = (hash ^ (hash >>> 15)) & (SIZE - 1);
        Entry entry = entries[place];
        if (entry == null || !entry.word.equals(word)) {
            entry = new Entry(word, function.apply(word));
            entries[place] = entry;
        }
        return entry.result;
    }
}
