package org.invisiblecollege.disambiguation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.invisiblecollege.text.Folding;

/**
 * The name of a person that is most similar to a wanted name, and how similar it is.
 *
 * @param score 1 for the same folded name; 0.9 with other spaces or middle names, 0.8 with other family names or in another
 *     order, 0.7 with initials, 0.6 with a shortened first name, 0.4 for any other name
 */
public record NameLikeness(String name, double score) {

    private static final double NO_FIT = 0.4;

    /** Returns the most similar of some names; empty if there are none. */
    public static Optional<NameLikeness> most(String wanted, Collection<String> names) {
        String key = Folding.key(wanted);
        PersonName read = PersonName.of(wanted);
        return names.stream()
                .map(name -> new NameLikeness(name, likeness(key, read, name)))
                .max(Comparator.comparingDouble(NameLikeness::score)
                        .thenComparing(NameLikeness::name, Comparator.reverseOrder()));
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
