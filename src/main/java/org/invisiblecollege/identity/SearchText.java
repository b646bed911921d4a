package org.invisiblecollege.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person typed, made a query for the full-text indexes over folded keys: all words must stand there, in any
 * order, the last one perhaps unfinished.
 *
 * @param key the folded text
 * @param query in Lucene's syntax, nothing of what was typed acting as syntax
 */
public record SearchText(String key, String query) {

    private static final int MOST_WORDS = 32;

    /** Empty if nothing is left to look for. */
    public static Optional<SearchText> of(String typed) {
        String key = Folding.key(typed);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String[] words = key.split(" ");
        String query =
                Arrays.stream(words).limit(MOST_WORDS).map(SearchText::escaped).collect(Collectors.joining(" AND "));
        return Optional.of(new SearchText(key, query + "*"));
    }

    private static String escaped(String word) {
        return word.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "\\" + Character.toString(c))
                .collect(Collectors.joining());
    }
}
