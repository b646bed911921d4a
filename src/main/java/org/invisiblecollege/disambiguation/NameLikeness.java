package org.invisiblecollege.disambiguation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.invisiblecollege.text.Folding;

/**
 * The name of a person that is most similar to a wanted name, and how similar it is.
 *
 * @param score 1 for the same folded name; 0.9 with other spaces or middle names, 0.8 with other family names or in another
 *     order, 0.7 with initials, 0.6 with a shortened first name, 0.4 for any other name
 */
public record NameLikeness(String name, double score) {

    private static final double NO_FIT = 0.4;
    private static final int MAX_PARTS = 3;

    /** Returns the most similar of some names; empty if there are none. */
    public static Optional<NameLikeness> most(String wanted, Collection<String> names) {
        String key = Folding.key(wanted);
        PersonName read = PersonName.of(wanted);
        return names.stream()
                .map(name -> new NameLikeness(name, likeness(key, read, name)))
                .max(Comparator.comparingDouble(NameLikeness::score)
                        .thenComparing(NameLikeness::name, Comparator.reverseOrder()));
    }

    /** Returns whether two names may be one person's: they fit, one has more given names, or they differ in one letter. */
    public static boolean areSimilar(String left, String right) {
        return Folding.key(left).equals(Folding.key(right))
                || NameDifference.of(PersonName.of(left), PersonName.of(right), new NameCounts()) != null;
    }

    /** Returns words to search for, one list of which each similar name has or almost has: the whole name, and parts of it. */
    public static List<String> queries(String name) {
        PersonName read = PersonName.of(name);
        Stream<String> parts = read.given().size() < 2
                ? Stream.empty()
                : read.given().stream()
                        .filter(given -> !PersonName.isInitial(given))
                        .limit(MAX_PARTS)
                        .map(given -> given + " " + read.familyName());
        return Stream.concat(Stream.of(Folding.key(name)), parts).distinct().toList();
    }

    private static double likeness(String key, PersonName read, String name) {
        if (Folding.key(name).equals(key)) {
            return 1;
        }
        PersonName other = PersonName.of(name);
        if (other.equals(read)) {
            return 1;
        }
        NameFit fit = NameFit.of(read, other);
        return fit == null
                ? NO_FIT
                : switch (fit) {
                    case SAME, MIDDLE_NAMES -> 0.9;
                    case FAMILY_NAMES, ORDER -> 0.8;
                    case INITIALS, FIRST_INITIAL -> 0.7;
                    case SHORTENED -> 0.6;
                };
    }
}
