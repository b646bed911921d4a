package org.invisiblecollege.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final int MAX_WORDS = 32;
    /** Each stands for up to fifty words of the index, of which a query may have a thousand. */
    private static final int MAX_TOLERANT_WORDS = 12;

    private static final int MIN_LENGTH_WITH_ONE_EDIT = 4;
    private static final int MIN_LENGTH_WITH_TWO_EDITS = 8;

    /** Empty if nothing is left to look for. */
    public static Optional<SearchText> of(String typed) {
        String key = Folding.key(typed);
        List<String> words = words(key).map(SearchText::escaped).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        // A whole last word counts more than the beginning of one, whose score is constant.
        String last = "(" + words.getLast() + "^2 OR " + words.getLast() + "*)";
        String query = Stream.concat(words.subList(0, words.size() - 1).stream(), Stream.of(last))
                .collect(Collectors.joining(" AND "));
        return Optional.of(new SearchText(key, query));
    }

    /** A query for the folded text as it stands, also within longer ones. */
    public String phrase() {
        return words(key).map(SearchText::escaped).collect(Collectors.joining(" ", "\"", "\""));
    }

    /** For an organisation's name: short forms stand for what they mean and the other way round, see {@link OrganisationKey}. */
    public static Optional<SearchText> ofOrganisation(String typed) {
        String key = Folding.key(typed);
        List<Set<String>> words = words(key)
                .map(OrganisationKey::forms)
                .filter(forms -> !forms.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return of(typed);
        }
        String last = words(key).reduce((one, other) -> other).orElseThrow();
        String query = words.stream()
                .map(forms -> forms.stream().map(SearchText::escaped).collect(Collectors.joining(" OR ", "(", ")")))
                .collect(Collectors.joining(" AND "));
        boolean mayGoOn = words.getLast().contains(last);
        return Optional.of(new SearchText(
                key, mayGoOn ? query.substring(0, query.length() - 1) + " OR " + escaped(last) + "*)" : query));
    }

    /**
     * A second try for what nothing has as it was typed: one or two wrong letters in a word, by its length,
     * and initials for names or names for initials, but for the longest word.
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

    /** How many wrong letters a word of its length may have. */
    public static int edits(String word) {
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
