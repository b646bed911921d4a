package org.invisiblecollege.disambiguation;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what way two names may be one person's; the looser the fit, the more evidence it takes. How much was chosen on the
 * ACL Anthology, see ADR 11.
 */
enum NameFit {
    /** Nothing but spaces, hyphens, case and diacritics apart. */
    SAME(0.05),
    /** Same first given name and family name; one has more middle names, or has initials for them. */
    MIDDLE_NAMES(0.1),
    /** One has initials for all given names. */
    INITIALS(0.15),
    /** One has more family names, such as a mother's. */
    FAMILY_NAMES(0.15),
    /** The same words in another order. */
    ORDER(0.15),
    /** One has an initial for the first given name and writes the others: {@code "H. Andrew Schwartz"}. */
    FIRST_INITIAL(0.3),
    /** One's first given name is the beginning of the other's: {@code "Tim"}, {@code "Timothy"}. */
    SHORTENED(0.4);

    private static final int MIN_SHORTENED_LENGTH = 3;

    private final double strictness;

    NameFit(double strictness) {
        this.strictness = strictness;
    }

    /**
     * The evidence that two names with this fit need.
     *
     * @param commonness how many people may have the initial and family name, at least
     */
    double required(int commonness) {
        return strictness * Math.log1p(commonness);
    }

    /** How two names fit; null if they cannot be one person's. */
    static @Nullable NameFit of(PersonName one, PersonName other) {
        boolean hasAsMany = one.length() == other.length();
        if (hasAsMany && one.letters().equals(other.letters())) {
            return SAME;
        }
        if (one.given().isEmpty() || other.given().isEmpty()) {
            return null;
        }
        NameFit fit = one.family().equals(other.family())
                ? givenNames(one.given(), other.given())
                : one.first().equals(other.first()) && !PersonName.isInitial(one.first()) && isWithin(one, other)
                        ? FAMILY_NAMES
                        : null;
        if (fit != null) {
            return fit;
        }
        return hasAsMany && sorted(one).equals(sorted(other)) ? ORDER : null;
    }

    private static @Nullable NameFit givenNames(List<String> one, List<String> other) {
        String first = one.getFirst();
        String second = other.getFirst();
        if (first.equals(second)) {
            return areMiddleNames(one.subList(1, one.size()), other.subList(1, other.size()))
                    ? PersonName.isInitial(first) ? INITIALS : MIDDLE_NAMES
                    : null;
        }
        if (joined(one).equals(joined(other))) {
            return SAME;
        }
        if (first.charAt(0) != second.charAt(0)) {
            return null;
        }
        if (PersonName.isInitial(first) || PersonName.isInitial(second)) {
            List<String> brief = PersonName.isInitial(first) ? one : other;
            List<String> full = PersonName.isInitial(first) ? other : one;
            if (!brief.stream().allMatch(PersonName::isInitial)) {
                return FIRST_INITIAL;
            }
            String initials = initials(full);
            return initials.startsWith(joined(brief)) || joined(brief).startsWith(initials) ? INITIALS : FIRST_INITIAL;
        }
        boolean isBeginning = first.startsWith(second) || second.startsWith(first);
        return isBeginning && Math.min(first.length(), second.length()) >= MIN_SHORTENED_LENGTH ? SHORTENED : null;
    }

    /** Whether the shorter list stands in the longer one in order, initials for names allowed. */
    private static boolean areMiddleNames(List<String> one, List<String> other) {
        boolean isFewer = one.size() <= other.size();
        List<String> fewer = isFewer ? one : other;
        Iterator<String> more = (isFewer ? other : one).iterator();
        for (String name : fewer) {
            boolean found = false;
            while (!found && more.hasNext()) {
                String next = more.next();
                boolean isInitial = PersonName.isInitial(name) || PersonName.isInitial(next);
                found = name.equals(next) || (isInitial && name.charAt(0) == next.charAt(0));
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Whether all words of one name behind the first are words of the other. */
    private static boolean isWithin(PersonName one, PersonName other) {
        Set<String> some = behindFirst(one);
        Set<String> others = behindFirst(other);
        return some.containsAll(others) || others.containsAll(some);
    }

    private static Set<String> behindFirst(PersonName name) {
        List<String> words = name.words();
        return new HashSet<>(words.subList(1, words.size()));
    }

    private static List<String> sorted(PersonName name) {
        return name.words().stream().sorted().toList();
    }

    private static String joined(List<String> words) {
        return String.join("", words);
    }

    private static String initials(List<String> words) {
        StringBuilder initials = new StringBuilder(words.size());
        words.forEach(word -> initials.append(word.charAt(0)));
        return initials.toString();
    }
}
