package org.invisiblecollege.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Computes a key that different spellings of an organisation's name share: folded, see {@link Folding}, with common
 * abbreviations written out and without articles and prepositions, so that {@code "carnegie mellon univ."} and {@code "The
 * Carnegie Mellon University"} have the same key. Acronyms and parts have keys of their own: {@code "CMU"} and {@code "School
 * of Computer Science, Carnegie Mellon University"}.
 */
public final class OrganisationKey {

    private static final Set<String> SMALL_WORDS = Set.of("the", "of", "for", "and", "at", "in");
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("univ", "university"),
            Map.entry("uni", "university"),
            Map.entry("inst", "institute"),
            Map.entry("tech", "technology"),
            Map.entry("technol", "technology"),
            Map.entry("coll", "college"),
            Map.entry("dept", "department"),
            Map.entry("fac", "faculty"),
            Map.entry("sch", "school"),
            Map.entry("sci", "science"),
            Map.entry("acad", "academy"),
            Map.entry("natl", "national"),
            Map.entry("intl", "international"),
            Map.entry("lab", "laboratory"),
            Map.entry("labs", "laboratories"),
            Map.entry("ctr", "center"),
            Map.entry("centre", "center"),
            Map.entry("corp", "corporation"),
            Map.entry("ltd", "limited"));

    private OrganisationKey() {}

    /** Returns the key of a name; the folded name if it has only articles and prepositions. */
    public static String of(String name) {
        String folded = Folding.key(name);
        String key = Arrays.stream(folded.split(" "))
                .filter(word -> !SMALL_WORDS.contains(word))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        return key.isEmpty() ? folded : key;
    }

    /** Returns all spellings of a word of a folded name, itself included; none for articles and prepositions. */
    public static Set<String> forms(String word) {
        if (SMALL_WORDS.contains(word)) {
            return Set.of();
        }
        String full = ABBREVIATIONS.getOrDefault(word, word);
        Set<String> forms = new TreeSet<>(Set.of(full));
        ABBREVIATIONS.forEach((abbreviation, meaning) -> {
            if (meaning.equals(full)) {
                forms.add(abbreviation);
            }
        });
        return forms;
    }
}
