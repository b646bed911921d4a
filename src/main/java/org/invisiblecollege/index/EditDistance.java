package org.invisiblecollege.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.invisiblecollege.kernel.Cancellation;

/**
 * Edits from one word to others, a swap of adjacent letters being one ("optimal string alignment"). Words in order share the
 * work for a common beginning, and all that begin like a word too far away are passed over. Not thread-safe.
 */
final class EditDistance {

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
        int previous = -1;
        int known = 0;
        boolean isTooFar = false;
        Cancellation cancellation = Cancellation.current();
        int step = 0;
        for (int each : sorted) {
            cancellation.check(step++);
            int common = previous < 0 ? 0 : words.commonPrefix(previous, each);
            previous = each;
            if (isTooFar && common >= known) {
                continue;
            }
            isTooFar = false;
            byte[] array = words.array(each);
            int from = words.from(each);
            int size = words.size(each);
            known = Math.min(known, common);
            while (known < size && !isTooFar) {
                isTooFar = addRow(array, from, known++) > edits;
            }
            if (!isTooFar && rows.get(size)[word.length] <= edits) {
                found.accept(each);
            }
        }
    }

    /** Computes the row of the beginning that ends with a letter, and returns the least number of edits in it. */
    private int addRow(byte[] array, int from, int i) {
        if (rows.size() == i + 1) {
            rows.add(new int[word.length + 1]);
        }
        byte letter = array[from + i];
        int[] last = rows.get(i);
        int[] row = rows.get(i + 1);
        row[0] = i + 1;
        int least = i + 1;
        for (int j = 1; j <= word.length; j++) {
            int replaced = last[j - 1] + (letter == word[j - 1] ? 0 : 1);
            row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
            boolean isSwapped = i > 0 && j > 1 && letter == word[j - 2] && array[from + i - 1] == word[j - 1];
            if (isSwapped) {
                row[j] = Math.min(row[j], rows.get(i - 1)[j - 2] + 1);
            }
            least = Math.min(least, row[j]);
        }
        return least;
    }
}
