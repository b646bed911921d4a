package org.invisiblecollege.index;

import java.nio.charset.StandardCharsets;
import org.invisiblecollege.text.SearchText;

/**
 * A word to search for, and how much a word may differ from it.
 *
 * @param word folded
 * @param isPrefix whether longer words that start with it match
 * @param edits letters that may be added, left out, replaced or swapped with the next
 * @param mayBeInitial whether its first letter alone matches
 */
record WordPattern(String word, boolean isPrefix, int edits, boolean mayBeInitial) {

    static WordPattern whole(String word) {
        return new WordPattern(word, false, 0, false);
    }

    static WordPattern prefix(String word) {
        return new WordPattern(word, true, 0, false);
    }

    static WordPattern fuzzy(String word, boolean mayBeInitial) {
        return new WordPattern(word, true, SearchText.edits(word), mayBeInitial && word.length() > 1);
    }

    byte[] bytes() {
        return word.getBytes(StandardCharsets.UTF_8);
    }
}
