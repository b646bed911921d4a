package org.invisiblecollege.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Under which different ways to write an organisation's name meet: folded, see {@link Folding}, with the usual short forms
 * written out and without articles and prepositions, so that {@code "carnegie mellon univ."} and {@code "The Carnegie Mellon
 * University"} are one. Says nothing of acronyms, and a part is not its whole: {@code "CMU"} and {@code "School of Computer
 * Science, Carnegie Mellon University"} stay apart from it.
 */
public final class OrganisationKey {

    private static final Set<String> SMALL_WORDS = Set.of("the", "of", "for", "and", "at", "in");
    private static final Map<String, String> SHORT_FORMS = Map.ofEntries(
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

    /** The key of a name; the folded name where nothing else would be left. */
    public static String of(String name) {
        String folded = Folding.key(name);
        String key = Arrays.stream(folded.split(" "))
                .filter(word -> !SMALL_WORDS.contains(word))
                .map(word -> SHORT_FORMS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        return key.isEmpty() ? folded : key;
    }

    /** The ways to write a word of a folded name, itself among them; empty for articles and prepositions. */
    static Set<String> forms(String word) {
        if (SMALL_WORDS.contains(word)) {
            return Set.of();
        }
        String full = SHORT_FORMS.getOrDefault(word, word);
        Set<String> forms = new TreeSet<>(Set.of(full));
        SHORT_FORMS.forEach((each, meaning) -> {
            if (meaning.equals(full)) {
                forms.add(each);
            }
        });
        return forms;
    }
}
