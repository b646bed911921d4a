package org.invisiblecollege.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.invisiblecollege.kernel.Cancellation;

/**
 * Edits from one word to others, a swap of adjacent letters being one ("optimal string alignment"). Words in order share the
 * work for a common beginning, and all that begin like a word too far away are passed over at once. Not thread-safe.
 */
final class EditDistance {

    /** More edits than are ever allowed. */
    private static final int TOO_FAR = 1 << 20;

    private final byte[] word;
    private final int edits;
    /** For each length of the beginning of another word, the edits from each beginning of this one. */
    private final List<int[]> rows = new ArrayList<>();

    EditDistance(byte[] word, int edits) {
        this.word = word;
        this.edits = edits;
        int[] ofNothing = new int[word.length + 1];
        Arrays.setAll(ofNothing, i -> i);
        rows.add(ofNothing);
    }

    /**
     * Hands over the words that are near enough.
     *
     * @param sorted ordinals of words in the order of their bytes
     */
    void forEachWithin(StringPool words, int[] sorted, IntConsumer found) {
        Cancellation cancellation = Cancellation.current();
        int known = 0;
        int at = 0;
        for (int step = 0; at < sorted.length; step++) {
            cancellation.check(step);
            int each = sorted[at];
            int size = words.size(each);
            boolean isTooFar = false;
            while (known < size && !isTooFar) {
                isTooFar = addRow(words.array(each), words.from(each), known++) > edits;
            }
            if (!isTooFar && isWithin(size)) {
                found.accept(each);
            }
            int next = isTooFar ? afterPrefix(words, sorted, at, known) : at + 1;
            known = next < sorted.length ? Math.min(known, words.commonPrefix(each, sorted[next])) : 0;
            at = next;
        }
    }

    private boolean isWithin(int size) {
        return Math.abs(size - word.length) <= edits && rows.get(size)[word.length] <= edits;
    }

    /** Returns the place of the first word that does not begin with the same letters as the one at a place; doubles its steps. */
    private static int afterPrefix(StringPool words, int[] sorted, int at, int length) {
        int same = at;
        int step = 1;
        while (same + step < sorted.length && words.commonPrefix(sorted[at], sorted[same + step]) >= length) {
            same += step;
            step *= 2;
        }
        int other = Math.min(same + step, sorted.length);
        while (other - same > 1) {
            int middle = (same + other) >>> 1;
            if (words.commonPrefix(sorted[at], sorted[middle]) >= length) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return other;
    }

    /**
     * Computes the row of the beginning that ends with a letter, and returns the least number of edits in it. Beginnings that
     * differ in length by more than the edits are too far apart, so only those near the diagonal are compared.
     */
    private int addRow(byte[] array, int from, int i) {
        if (rows.size() == i + 1) {
            rows.add(new int[word.length + 1]);
        }
        byte letter = array[from + i];
        int[] last = rows.get(i);
        int[] row = rows.get(i + 1);
        int first = Math.max(1, i + 1 - edits);
        int end = Math.min(word.length, i + 1 + edits);
        row[0] = i + 1;
        int least = i + 1;
        if (first > 1 && first <= word.length) {
            row[first - 1] = TOO_FAR;
        }
        for (int j = first; j <= end; j++) {
            int replaced = last[j - 1] + (letter == word[j - 1] ? 0 : 1);
            row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
            boolean isSwapped = i > 0 && j > 1 && letter == word[j - 2] && array[from + i - 1] == word[j - 1];
            if (isSwapped) {
                row[j] = Math.min(row[j], rows.get(i - 1)[j - 2] + 1);
            }
            least = Math.min(least, row[j]);
        }
        if (end < word.length) {
            row[end + 1] = TOO_FAR;
        }
        return least;
    }
}
