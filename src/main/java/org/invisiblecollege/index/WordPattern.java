package org.invisiblecollege.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.invisiblecollege.text.SearchText;

/**
 * A word to search for, and how much a word of a name may differ from it.
 *
 * @param word folded, as UTF-8
 * @param isPrefix whether longer words that start with it match
 * @param edits letters that may be added, left out, replaced or swapped with the next
 * @param mayBeInitial whether its first letter alone matches
 */
@SuppressWarnings("ArrayRecordComponent") // compared with bytes of the index
record WordPattern(byte[] word, boolean isPrefix, int edits, boolean mayBeInitial) {

    static WordPattern whole(byte[] word) {
        return new WordPattern(word, false, 0, false);
    }

    static WordPattern prefix(byte[] word) {
        return new WordPattern(word, true, 0, false);
    }

    static WordPattern fuzzy(String word, boolean mayBeInitial) {
        return new WordPattern(
                word.getBytes(StandardCharsets.UTF_8), true, SearchText.edits(word), mayBeInitial && word.length() > 1);
    }

    /** Passes on the ordinals of the sorted words that match; some perhaps twice. */
    void forEach(StringPool words, IntConsumer use) {
        if (edits > 0) {
            EditDistance distance = new EditDistance(word);
            for (int ordinal = 0; ordinal < words.count(); ordinal++) {
                if (matches(words.array(ordinal), words.from(ordinal), words.size(ordinal), distance)) {
                    use.accept(ordinal);
                }
            }
            return;
        }
        for (int ordinal = first(words, word); ordinal < words.count() && startsOrIs(words, ordinal); ordinal++) {
            use.accept(ordinal);
        }
        if (mayBeInitial) {
            byte[] initial = Arrays.copyOf(word, 1);
            int ordinal = first(words, initial);
            if (ordinal < words.count() && words.is(ordinal, initial)) {
                use.accept(ordinal);
            }
        }
    }

    private boolean startsOrIs(StringPool words, int ordinal) {
        return isPrefix ? words.startsWith(ordinal, word) : words.is(ordinal, word);
    }

    /** Returns the ordinal of the first of the sorted words that is not less. */
    private static int first(StringPool words, byte[] least) {
        int low = 0;
        int high = words.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.compare(middle, least) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns whether a word matches. */
    boolean matches(byte[] other) {
        return matches(other, 0, other.length, new EditDistance(word));
    }

    private boolean matches(byte[] array, int from, int size, EditDistance distance) {
        boolean isStart = size >= word.length && Arrays.equals(array, from, from + word.length, word, 0, word.length);
        return (isStart && (isPrefix || size == word.length))
                || (mayBeInitial && size == 1 && array[from] == word[0])
                || (edits > 0 && distance.isWithin(edits, array, from, size));
    }
}
