package org.invisiblecollege.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A typed search text as a query for Neo4j's full-text index, with which the index of this service is compared: all words must
 * occur, in any order; the last one may be unfinished.
 *
 * @param key the folded text
 * @param query in Lucene's syntax; what was typed is escaped
 */
public record SearchText(String key, String query) {

    private static final int MAX_WORDS = 32;
    /** Each expands to up to fifty words of the index, and a query may have a thousand. */
    private static final int MAX_TOLERANT_WORDS = 12;

    private static final int MIN_LENGTH_WITH_ONE_EDIT = 4;
    private static final int MIN_LENGTH_WITH_TWO_EDITS = 8;

    /** Returns the query; empty if there are no words to search for. */
    public static Optional<SearchText> of(String typed) {
        String key = Folding.key(typed);
        List<String> words = words(key).map(SearchText::escaped).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        // A whole last word scores higher than a prefix, whose score is constant.
        String last = "(" + words.getLast() + "^2 OR " + words.getLast() + "*)";
        String query = Stream.concat(words.subList(0, words.size() - 1).stream(), Stream.of(last))
                .collect(Collectors.joining(" AND "));
        return Optional.of(new SearchText(key, query));
    }

    /**
     * Returns a tolerant query, for when the exact one finds nothing: a word may have one or two wrong letters, depending on
     * its length, and all but the longest word match initials, as initials match names. Empty if the words are too short or
     * too many.
     */
    public static Optional<SearchText> tolerant(String typed) {
        String key = Folding.key(typed);
        List<String> words = words(key).toList();
        Optional<String> longest = words.stream().max(Comparator.comparingInt(String::length));
        return longest.filter(word -> edits(word) > 0 && words.size() <= MAX_TOLERANT_WORDS)
                .map(word -> new SearchText(
                        key,
                        words.stream()
                                .map(each -> tolerant(each, each.equals(word)))
                                .collect(Collectors.joining(" AND "))));
    }

    private static String tolerant(String word, boolean isLongest) {
        String escaped = escaped(word);
        if (word.length() == 1) {
            return escaped + "*";
        }
        String edits = edits(word) == 0 ? "" : "~" + edits(word);
        return "(" + escaped + edits + " OR " + escaped + "*"
                + (isLongest ? "" : " OR " + escaped(word.substring(0, 1))) + ")";
    }

    /** Returns how many wrong letters a word of this length may have. */
    private static int edits(String word) {
        return word.length() >= MIN_LENGTH_WITH_TWO_EDITS ? 2 : word.length() >= MIN_LENGTH_WITH_ONE_EDIT ? 1 : 0;
    }

    private static Stream<String> words(String key) {
        return Arrays.stream(key.split("\\s+")).filter(word -> !word.isEmpty()).limit(MAX_WORDS);
    }

    private static String escaped(String word) {
        return word.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "\\" + Character.toString(c))
                .collect(Collectors.joining());
    }
}
