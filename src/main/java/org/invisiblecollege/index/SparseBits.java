package org.invisiblecollege.index;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.invisiblecollege.kernel.Cancellation;
import org.jspecify.annotations.Nullable;

/** A set of ordinals, which takes memory only where it has members. Not thread-safe while it changes. */
final class SparseBits {

    private static final int CHUNK_SHIFT = 14;
    private static final int WORDS_PER_CHUNK = (1 << CHUNK_SHIFT) / Long.SIZE;

    private final long[] @Nullable [] chunks;

    /** @param count number of ordinals that may be members */
    SparseBits(int count) {
        chunks = new long[(count >>> CHUNK_SHIFT) + 1][];
    }

    void add(int ordinal) {
        long[] chunk = chunks[ordinal >>> CHUNK_SHIFT];
        if (chunk == null) {
            chunk = new long[WORDS_PER_CHUNK];
            chunks[ordinal >>> CHUNK_SHIFT] = chunk;
        }
        chunk[(ordinal >>> 6) & (WORDS_PER_CHUNK - 1)] |= 1L << ordinal;
    }

    boolean has(int ordinal) {
        long[] chunk = chunks[ordinal >>> CHUNK_SHIFT];
        return chunk != null && (chunk[(ordinal >>> 6) & (WORDS_PER_CHUNK - 1)] & (1L << ordinal)) != 0;
    }

    /** Keeps only what another set has too. */
    void retain(SparseBits others) {
        for (int i = 0; i < chunks.length; i++) {
            long[] chunk = chunks[i];
            long[] other = others.chunks[i];
            if (chunk != null && other != null) {
                for (int word = 0; word < WORDS_PER_CHUNK; word++) {
                    chunk[word] &= other[word];
                }
            } else {
                chunks[i] = null;
            }
        }
    }

    /** Keeps only the members that satisfy a condition. */
    void retainIf(IntPredicate condition) {
        Cancellation cancellation = Cancellation.current();
        for (int i = 0; i < chunks.length; i++) {
            cancellation.check();
            long[] chunk = chunks[i];
            if (chunk != null) {
                for (int word = 0; word < WORDS_PER_CHUNK; word++) {
                    int first = (i << CHUNK_SHIFT) + (word << 6);
                    for (long bits = chunk[word]; bits != 0; bits &= bits - 1) {
                        int bit = Long.numberOfTrailingZeros(bits);
                        if (!condition.test(first + bit)) {
                            chunk[word] &= ~(1L << bit);
                        }
                    }
                }
            }
        }
    }

    /** Hands over the members in ascending order. */
    void forEach(IntConsumer member) {
        Cancellation cancellation = Cancellation.current();
        for (int i = 0; i < chunks.length; i++) {
            cancellation.check();
            long[] chunk = chunks[i];
            if (chunk != null) {
                for (int word = 0; word < WORDS_PER_CHUNK; word++) {
                    int first = (i << CHUNK_SHIFT) + (word << 6);
                    for (long bits = chunk[word]; bits != 0; bits &= bits - 1) {
                        member.accept(first + Long.numberOfTrailingZeros(bits));
                    }
                }
            }
        }
    }

    int count() {
        int count = 0;
        for (long[] chunk : chunks) {
            if (chunk != null) {
                for (long word : chunk) {
                    count += Long.bitCount(word);
                }
            }
        }
        return count;
    }
}
