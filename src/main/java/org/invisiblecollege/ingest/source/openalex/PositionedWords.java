package org.invisiblecollege.ingest.source.openalex;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * An abstract as its words and their positions, which make up half of a work: numbers in a row instead of a node of JSON for
 * each. Not thread-safe.
 */
final class PositionedWords {

    private static final int MAX_LENGTH = 1 << 20;

    private final List<String> words = new ArrayList<>();
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    /** Words that came again, which replaces their positions. */
    private final BitSet replaced = new BitSet();
    /** A position and, in the low bits, the word that was added for it. */
    private final LongArrayList positions = new LongArrayList();

    private long length;

    /** Adds a word, whose positions follow; as in any object of JSON, one that comes again replaces the first. */
    void word(String word) {
        if (numbers.containsKey(word)) {
            replaced.set(numbers.getInt(word));
        }
        numbers.put(word, words.size());
        words.add(word);
    }

    /** Adds a position of the last word. */
    void at(int position) {
        count();
        if (!isTooLong()) {
            positions.add(((long) position << Integer.SIZE) | (words.size() - 1));
        }
    }

    /** Counts what stands for a position of the last word and is none. */
    void count() {
        length += words.getLast().length() + 1;
    }

    /** Returns whether the words make too long a text; a word in many positions makes a long one of a short index. */
    boolean isTooLong() {
        return length > MAX_LENGTH;
    }

    /** Returns the words in the order of their positions; of two words at one position the first. */
    String text() {
        long[] inOrder = positions.toLongArray();
        Arrays.sort(inOrder);
        StringBuilder text = new StringBuilder((int) Math.min(length, MAX_LENGTH));
        long last = Long.MIN_VALUE;
        for (long each : inOrder) {
            long position = each >> Integer.SIZE;
            int word = (int) each;
            if (position == last || replaced.get(word)) {
                continue;
            }
            if (last != Long.MIN_VALUE) {
                text.append(' ');
            }
            text.append(words.get(word));
            last = position;
        }
        return text.toString();
    }
}
