package org.invisiblecollege.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the results of a pure function of frequent words. Its size is fixed: a word replaces another with the same slot.
 * Thread-safe without locks: entries are immutable, and one that is lost in a race is computed again.
 */
public final class DirectMappedCache<V> {

    private final Function<String, V> function;
    private final AtomicReferenceArray<@Nullable Entry<V>> entries;
    private final int mask;

    private record Entry<V>(String word, V result) {}

    /**
     * Creates an empty cache.
     *
     * @param sizeBits binary logarithm of the number of slots
     */
    public DirectMappedCache(int sizeBits, Function<String, V> function) {
        this.function = function;
        entries = new AtomicReferenceArray<>(1 << sizeBits);
        mask = (1 << sizeBits) - 1;
    }

    /** Returns the result for a word. */
    public V get(String word) {
        return get(word, 0, word.length(), word.hashCode());
    }

    /**
     * Returns the result for a word within a text, which is not copied if the result is known.
     *
     * @param hash the hash code that the word has as a string
     */
    public V get(String text, int start, int end, int hash) {
        int slot = (hash ^ (hash >>> 15)) & mask;
        Entry<V> entry = entries.getPlain(slot);
        if (entry == null || entry.word.length() != end - start || !text.startsWith(entry.word, start)) {
            String word = text.substring(start, end);
            entry = new Entry<>(word, function.apply(word));
            entries.setPlain(slot, entry);
        }
        return entry.result;
    }
}
