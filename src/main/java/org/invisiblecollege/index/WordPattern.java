package org.invisiblecollege.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.invisiblecollege.text.SearchText;

/**
 * What a word of a name may be like.
 *
 * @param word folded, as UTF-8
 * @param mayGoOn whether it may be the beginning of one
 * @param edits letters added, left out, replaced or swapped with the next, at most
 * @param mayBeInitial whether its first letter alone will do
 */
@SuppressWarnings("ArrayRecordComponent") // compared with bytes of the index
record WordPattern(byte[] word, boolean mayGoOn, int edits, boolean mayBeInitial) {

    static WordPattern whole(byte[] word) {
        return new WordPattern(word, false, 0, false);
    }

    static WordPattern beginning(byte[] word) {
        return new WordPattern(word, true, 0, false);
    }

    static WordPattern alike(String word, boolean mayBeInitial) {
        return new WordPattern(
                word.getBytes(StandardCharsets.UTF_8), true, SearchText.edits(word), mayBeInitial && word.length() > 1);
    }

    /** Hands on the numbers of sorted words that fit; some perhaps twice. */
    void each(StringPool words, IntConsumer use) {
        if (edits > 0) {
            for (int number = 0; number < words.count(); number++) {
                if (fits(words.encoded(number))) {
                    use.accept(number);
                }
            }
            return;
        }
        for (int number = first(words, word); number < words.count() && fits(words, number); number++) {
            use.accept(number);
        }
        if (mayBeInitial) {
            byte[] initial = Arrays.copyOf(word, 1);
            int number = first(words, initial);
            if (number < words.count() && words.is(number, initial)) {
                use.accept(number);
            }
        }
    }

    private boolean fits(StringPool words, int number) {
        return mayGoOn ? words.startsWith(number, word) : words.is(number, word);
    }

    private static int first(StringPool words, byte[] from) {
        int low = 0;
        int high = words.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.compare(middle, from) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean fits(byte[] other) {
        return Arrays.equals(word, other)
                || (mayGoOn && other.length > word.length && Arrays.equals(word, 0, word.length, other, 0, word.length))
                || (mayBeInitial && other.length == 1 && other[0] == word[0])
                || (edits > 0 && Math.abs(other.length - word.length) <= edits && distance(word, other) <= edits);
    }

    /** Edits between two words, a swap of neighbours being one ("optimal string alignment"). */
    private static int distance(byte[] one, byte[] other) {
        int[] before = new int[other.length + 1];
        int[] last = new int[other.length + 1];
        int[] row = new int[other.length + 1];
        for (int j = 0; j <= other.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length; i++) {
            row[0] = i;
            for (int j = 1; j <= other.length; j++) {
                int replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                boolean isSwapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                if (isSwapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[other.length];
    }
}
