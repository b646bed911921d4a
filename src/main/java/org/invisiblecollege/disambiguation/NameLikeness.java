package org.invisiblecollege.disambiguation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.invisiblecollege.text.Folding;

/**
 * The name among a person's names that is most like another one, and how like.
 *
 * @param score 1 for the same folded name; 0.9 with other spaces or middle names, 0.8 with other family names or in another
 *     order, 0.7 with initials, 0.6 with a shortened first name, 0.4 where only letters are alike
 */
public record NameLikeness(String name, double score) {

    private static final double LETTERS_ALIKE = 0.4;

    /** Empty if there are no names. */
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
                ? LETTERS_ALIKE
                : switch (fit) {
                    case SAME, MIDDLE_NAMES -> 0.9;
                    case FAMILY_NAMES, ORDER -> 0.8;
                    case INITIALS, FIRST_INITIAL -> 0.7;
                    case SHORTENED -> 0.6;
                };
    }
}
