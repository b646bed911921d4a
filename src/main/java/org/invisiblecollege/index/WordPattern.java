package org.invisiblecollege.index;

import java.nio.charset.StandardCharsets;

/**
 * A word to search for, and how much a word may differ from it.
 *
 * @param word folded
 * @param isPrefix whether longer words that start with it match
 * @param edits letters that may be added, left out, replaced or swapped with the next
 * @param mayBeInitial whether its first letter alone matches
 */
record WordPattern(String word, boolean isPrefix, int edits, boolean mayBeInitial) {

    private static final int MIN_LENGTH_WITH_ONE_EDIT = 4;
    private static final int MIN_LENGTH_WITH_TWO_EDITS = 8;
    /** Nobody misspells longer words, and the work grows with the square of the length. */
    private static final int MAX_LENGTH_WITH_EDITS = 64;

    static WordPattern whole(String word) {
        return new WordPattern(word, false, 0, false);
    }

    static WordPattern prefix(String word) {
        return new WordPattern(word, true, 0, false);
    }

    static WordPattern fuzzy(String word, boolean mayBeInitial) {
        return new WordPattern(word, true, edits(word), mayBeInitial && word.length() > 1);
    }

    /** Returns how many wrong letters a word of this length may have. */
    static int edits(String word) {
        int length = word.length();
        if (length < MIN_LENGTH_WITH_ONE_EDIT || length > MAX_LENGTH_WITH_EDITS) {
            return 0;
        }
        return length < MIN_LENGTH_WITH_TWO_EDITS ? 1 : 2;
    }

    byte[] bytes() {
        return word.getBytes(StandardCharsets.UTF_8);
    }
}
