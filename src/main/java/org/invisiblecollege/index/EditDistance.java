package org.invisiblecollege.index;

/**
 * Edits from one word to others, a swap of adjacent letters being one ("optimal string alignment"). It reuses its buffers,
 * so that a search through all words allocates nothing. Not thread-safe.
 */
final class EditDistance {

    private final byte[] word;
    private int[] beforeLast;
    private int[] last;
    private int[] row;

    EditDistance(byte[] word) {
        this.word = word;
        beforeLast = new int[word.length + 1];
        last = new int[word.length + 1];
        row = new int[word.length + 1];
    }

    /** Returns whether the word in part of an array is at most some edits away. */
    boolean isWithin(int edits, byte[] array, int from, int size) {
        if (Math.abs(size - word.length) > edits) {
            return false;
        }
        for (int j = 0; j <= word.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= size; i++) {
            byte letter = array[from + i - 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= word.length; j++) {
                int replaced = last[j - 1] + (letter == word[j - 1] ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                boolean isSwapped = i > 1 && j > 1 && letter == word[j - 2] && array[from + i - 2] == word[j - 1];
                if (isSwapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > edits) {
                return false;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[word.length] <= edits;
    }
}
