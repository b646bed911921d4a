package org.invisiblecollege.disambiguation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the names of two people differ who may nevertheless be one; looser than {@link NameFit}, so that such pairs are offered to
 * curators and never merged.
 *
 * @param inWords as evidence says it
 * @param required evidence for a merge, were there one
 */
record NameDifference(String inWords, double required) {

    private static final double STRICTNESS_OF_GIVEN_NAMES = 0.4;
    private static final double STRICTNESS_OF_MISSPELLINGS = 0.5;

    /** Words with fewer letters are too often other names: {@code "Liu"}, {@code "Lin"}. */
    static final int MIN_MISSPELT_LENGTH = 5;

    /** Returns how two names differ; null if they cannot be one person's. */
    static @Nullable NameDifference of(PersonName left, PersonName right, NameCounts counts) {
        int commonness = Math.max(counts.ofFamilyAndInitial(left), counts.ofFamilyAndInitial(right));
        NameFit fit = NameFit.of(left, right);
        if (fit != null) {
            return new NameDifference(inWords(fit), fit.required(commonness));
        }
        if (haveCommonGivenNames(left, right)) {
            return new NameDifference("one has more given names", STRICTNESS_OF_GIVEN_NAMES * Math.log1p(commonness));
        }
        return areOneLetterApart(left, right)
                ? new NameDifference("names differ in one letter", STRICTNESS_OF_MISSPELLINGS * Math.log1p(commonness))
                : null;
    }

    private static String inWords(NameFit fit) {
        return switch (fit) {
            case SAME -> "same name";
            case MIDDLE_NAMES -> "one has more middle names";
            case INITIALS, FIRST_INITIAL -> "one has initials";
            case FAMILY_NAMES -> "one has more family names";
            case ORDER -> "same words in another order";
            case SHORTENED -> "one first name is the beginning of the other";
        };
    }

    /** Returns whether all given names of one are among those of the other, of which one at least is written out. */
    private static boolean haveCommonGivenNames(PersonName left, PersonName right) {
        if (!left.family().equals(right.family())
                || left.given().isEmpty()
                || right.given().isEmpty()) {
            return false;
        }
        Set<String> some = new HashSet<>(left.given());
        Set<String> others = new HashSet<>(right.given());
        Set<String> fewer = some.size() <= others.size() ? some : others;
        return (fewer.equals(some) ? others : some).containsAll(fewer)
                && fewer.stream().anyMatch(name -> !PersonName.isInitial(name));
    }

    /** Returns whether one word differs, by a letter more, less or other, or by two in turn, and is long enough. */
    private static boolean areOneLetterApart(PersonName left, PersonName right) {
        List<String> some = left.words();
        List<String> others = right.words();
        if (some.size() != others.size()
                || left.given().isEmpty()
                || right.given().isEmpty()) {
            return false;
        }
        int differing = -1;
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).equals(others.get(i))) {
                if (differing >= 0) {
                    return false;
                }
                differing = i;
            }
        }
        return differing >= 0 && isMisspelling(some.get(differing), others.get(differing));
    }

    private static boolean isMisspelling(String left, String right) {
        String shorter = left.length() <= right.length() ? left : right;
        String longer = left.length() <= right.length() ? right : left;
        if (shorter.length() < MIN_MISSPELT_LENGTH || longer.length() > shorter.length() + 1) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        if (longer.length() > shorter.length()) {
            return shorter.substring(same).equals(longer.substring(same + 1));
        }
        boolean isOther = shorter.substring(same + 1).equals(longer.substring(same + 1));
        return isOther
                || (same + 1 < shorter.length()
                        && shorter.charAt(same) == longer.charAt(same + 1)
                        && shorter.charAt(same + 1) == longer.charAt(same)
                        && shorter.substring(same + 2).equals(longer.substring(same + 2)));
    }
}
