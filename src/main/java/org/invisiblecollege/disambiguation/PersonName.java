package org.invisiblecollege.disambiguation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.text.Folding;

/**
 * A person's name split into given and family names: {@code "Ludwig van Beethoven Jr."} is given {@code [ludwig]} and family
 * {@code [van, beethoven]}. All words are folded, see {@link Folding}. Without a comma ({@code "Üstün, Ahmet"}), the family
 * name is the last word with the particles before it, as bibliographies write names; in ideographs it comes
 * first. A name with a word such as {@code "Consortium"} is that of a group, which has no given names.
 *
 * @param given names or initials, in order; empty for a single name and for a group
 * @param family words of the family name, or all words of a group; never empty
 */
public record PersonName(List<String> given, List<String> family) {

    private static final Set<String> PARTICLES = Set.of(
            "al", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la",
            "le", "mac", "mc", "san", "st", "ten", "ter", "van", "von", "zu", "zur");
    /** Words that occur in names of groups and not of people. */
    private static final Set<String> GROUPS = Set.of(
            "alliance",
            "association",
            "collaboration",
            "committee",
            "consortium",
            "council",
            "foundation",
            "group",
            "inc",
            "initiative",
            "institute",
            "laboratory",
            "ltd",
            "network",
            "organisers",
            "organizers",
            "project",
            "society",
            "team",
            "unit",
            "university",
            "workshop");

    /** Of the rest of a family name that begins with a particle: {@code "Delon"} is not {@code "del on"}. */
    private static final int MIN_FAMILY_LENGTH = 4;

    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "2nd", "3rd");

    public PersonName {
        given = List.copyOf(given);
        family = List.copyOf(family);
    }

    /** Parses a name as written. */
    public static PersonName of(String written) {
        if (isGroup(words(Folding.key(written)))) {
            return ofKey(Folding.key(written));
        }
        int comma = written.indexOf(',');
        if (comma > 0) {
            String afterComma = Folding.key(written.substring(comma + 1));
            List<String> family = words(Folding.key(written.substring(0, comma)));
            if (SUFFIXES.contains(afterComma)) {
                return of(written.substring(0, comma));
            }
            if (!afterComma.isEmpty() && !family.isEmpty()) {
                return new PersonName(words(afterComma), family);
            }
        }
        if (written.codePoints().anyMatch(Character::isIdeographic)) {
            List<String> words = words(Folding.key(written));
            return words.size() < 2
                    ? new PersonName(List.of(), words)
                    : new PersonName(words.subList(1, words.size()), words.subList(0, 1));
        }
        return ofKey(Folding.key(written));
    }

    /** Parses a folded name, given names first. */
    public static PersonName ofKey(String key) {
        List<String> words = words(key);
        if (isGroup(words)) {
            return new PersonName(List.of(), words);
        }
        int end = words.size();
        while (end > 1 && SUFFIXES.contains(words.get(end - 1))) {
            end--;
        }
        int family = Math.max(end - 1, 0);
        while (family > 1 && PARTICLES.contains(words.get(family - 1))) {
            family--;
        }
        return new PersonName(words.subList(0, family), words.subList(family, end));
    }

    private static boolean isGroup(List<String> words) {
        return words.size() > 1 && words.stream().anyMatch(GROUPS::contains);
    }

    private static List<String> words(String key) {
        return Arrays.stream(key.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** Returns the first given name or initial; empty for a single name. */
    String first() {
        return given.isEmpty() ? "" : given.getFirst();
    }

    /** Returns all words, given names first. */
    List<String> words() {
        return Stream.concat(given.stream(), family.stream()).toList();
    }

    /** Returns all words joined without spaces. */
    String letters() {
        return String.join("", words());
    }

    /** Returns the number of letters. */
    int length() {
        int length = 0;
        for (String name : given) {
            length += name.length();
        }
        for (String name : family) {
            length += name.length();
        }
        return length;
    }

    String familyName() {
        return String.join(" ", family);
    }

    /** Returns whether the names have a word in common that is no initial. */
    boolean sharesWordWith(PersonName other) {
        return words().stream()
                .anyMatch(word -> !isInitial(word) && other.words().contains(word));
    }

    /** Returns whether this and another source's name on one paper are likely one person's; a group only fits itself. */
    public boolean isLike(PersonName other) {
        return NameFit.of(this, other) != null
                || (!given.isEmpty()
                        && !other.given.isEmpty()
                        && familyAndInitial().equals(other.familyAndInitial()));
    }

    /** Returns words one of which any spelling of the family name has: {@code "Al-Shenaifi"} may be {@code "AlShenaifi"}. */
    Set<String> familyWords() {
        Set<String> words = new LinkedHashSet<>();
        String last = family.getLast();
        words.add(last);
        words.add(String.join("", family));
        PARTICLES.stream()
                .filter(particle -> last.startsWith(particle) && last.length() >= particle.length() + MIN_FAMILY_LENGTH)
                .map(particle -> last.substring(particle.length()))
                .forEach(words::add);
        return words;
    }

    /** Returns the family name and first initial, all that some bibliographies give. */
    String familyAndInitial() {
        return familyName() + " " + (first().isEmpty() ? "" : first().charAt(0));
    }

    static boolean isInitial(String word) {
        return word.length() == 1;
    }
}
