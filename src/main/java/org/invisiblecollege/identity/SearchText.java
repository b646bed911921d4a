package org.invisiblecollege.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<String> words = Arrays.stream(key.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(SearchText::escaped)
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        // A whole last word counts more than the beginning of one, whose score is constant.
        String last = "(" + words.getLast() + "^2 OR " + words.getLast() + "*)";
        String query = Stream.concat(words.subList(0, words.size() - 1).stream(), Stream.of(last))
                .collect(Collectors.joining(" AND "));
        return Optional.of(new SearchText(key, query));
    }

    private static String escaped(String word) {
        return word.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "\\" + Character.toString(c))
                .collect(Collectors.joining());
    }
}
