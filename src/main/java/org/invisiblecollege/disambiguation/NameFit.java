package org.invisiblecollege.disambiguation;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what way two names may be one person's; the looser the fit, the more evidence is required. How much was chosen on the
 * ACL Anthology, see ADR 11.
 */
enum NameFit {
    /** Equal except for spaces, hyphens, case and diacritics. */
    SAME(0.05),
    /** Same first name and family name; one has more middle names, or initials for them. */
    MIDDLE_NAMES(0.1),
    /** One has initials for all given names. */
    INITIALS(0.15),
    /** One has more family names, such as a mother's. */
    FAMILY_NAMES(0.15),
    /** The same words in another order. */
    ORDER(0.15),
    /** One has an initial for the first name and writes out another: {@code "H. Andrew Schwartz"}. */
    FIRST_INITIAL(0.3),
    /** One first name is the beginning of the other: {@code "Tim"}, {@code "Timothy"}. */
    SHORTENED(0.4);

    private static final int MIN_SHORTENED_LENGTH = 3;

    private final double strictness;

    NameFit(double strictness) {
        this.strictness = strictness;
    }

    /**
     * Returns the evidence required for two names with this fit to be one person's.
     *
     * @param commonness number of first names that occur with the initial and family name
     */
    double required(int commonness) {
        return strictness * Math.log1p(commonness);
    }

    /** Returns how two names fit; null if they cannot be one person's. */
    static @Nullable NameFit of(PersonName left, PersonName right) {
        boolean haveSameLength = left.length() == right.length();
        if (haveSameLength && left.letters().equals(right.letters())) {
            return SAME;
        }
        if (left.given().isEmpty() || right.given().isEmpty()) {
            return null;
        }
        NameFit fit = left.family().equals(right.family())
                ? givenNames(left.given(), right.given())
                : left.first().equals(right.first()) && !PersonName.isInitial(left.first()) && isWithin(left, right)
                        ? FAMILY_NAMES
                        : null;
        if (fit != null) {
            return fit;
        }
        return haveSameLength && sorted(left).equals(sorted(right)) ? ORDER : null;
    }

    private static @Nullable NameFit givenNames(List<String> left, List<String> right) {
        String leftFirst = left.getFirst();
        String rightFirst = right.getFirst();
        if (leftFirst.equals(rightFirst)) {
            return areMiddleNames(left.subList(1, left.size()), right.subList(1, right.size()))
                    ? PersonName.isInitial(leftFirst) ? INITIALS : MIDDLE_NAMES
                    : null;
        }
        if (joined(left).equals(joined(right))) {
            return SAME;
        }
        if (leftFirst.charAt(0) != rightFirst.charAt(0)) {
            return null;
        }
        if (PersonName.isInitial(leftFirst) || PersonName.isInitial(rightFirst)) {
            List<String> brief = PersonName.isInitial(leftFirst) ? left : right;
            List<String> full = PersonName.isInitial(leftFirst) ? right : left;
            if (!brief.stream().allMatch(PersonName::isInitial)) {
                return FIRST_INITIAL;
            }
            String initials = initials(full);
            return initials.startsWith(joined(brief)) || joined(brief).startsWith(initials) ? INITIALS : FIRST_INITIAL;
        }
        boolean isBeginning = leftFirst.startsWith(rightFirst) || rightFirst.startsWith(leftFirst);
        return isBeginning && Math.min(leftFirst.length(), rightFirst.length()) >= MIN_SHORTENED_LENGTH
                ? SHORTENED
                : null;
    }

    /** Returns whether the longer list contains the shorter one in order; an initial and a name with it are equal. */
    private static boolean areMiddleNames(List<String> left, List<String> right) {
        boolean isFewer = left.size() <= right.size();
        List<String> fewer = isFewer ? left : right;
        Iterator<String> more = (isFewer ? right : left).iterator();
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

    /** Returns whether all words of one name after the first are words of the other. */
    private static boolean isWithin(PersonName left, PersonName right) {
        Set<String> some = afterFirst(left);
        Set<String> others = afterFirst(right);
        return some.containsAll(others) || others.containsAll(some);
    }

    private static Set<String> afterFirst(PersonName name) {
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
