package org.invisiblecollege.ingest.source.tagged;

import java.util.Locale;
import java.util.Set;

/** Writes the name of a journal or book that is all in capitals as one writes it in a text. */
final class ShoutedName {

    /** Small where they are not the first word. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "as", "at", "by", "da", "das", "de", "del", "della", "der", "des", "di", "die", "do",
            "du", "e", "el", "en", "et", "for", "from", "fur", "für", "i", "in", "into", "la", "le", "les", "of", "on",
            "or", "over", "per", "the", "to", "und", "van", "via", "von", "with", "y", "zur", "zum");
    /** Abbreviations that have a vowel, so that they look like words. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "ACM",
            "ACS",
            "AIDS",
            "AIP",
            "AMA",
            "ASCE",
            "ASME",
            "BBA",
            "DNA",
            "EMBO",
            "EPL",
            "EU",
            "FASEB",
            "FEBS",
            "IBM",
            "ICES",
            "IEEE",
            "IEEE-ACM",
            "IEICE",
            "IET",
            "IFAC",
            "II",
            "III",
            "IMA",
            "INFORMS",
            "ISA",
            "ISIJ",
            "ISPRS",
            "IT",
            "IV",
            "JAMA",
            "JASA",
            "KSII",
            "NATO",
            "OR",
            "PLOS",
            "PNAS",
            "RNA",
            "SIAM",
            "SPIE",
            "UK",
            "US",
            "USA");

    /** A shorter word alone is the abbreviation of a name. */
    private static final int MIN_LENGTH = 5;

    private ShoutedName() {}

    /** Returns the name; as it is unless it has letters of which none is small. */
    static String calm(String name) {
        if (name.chars().anyMatch(Character::isLowerCase) || (name.indexOf(' ') < 0 && name.length() < MIN_LENGTH)) {
            return name;
        }
        StringBuilder text = new StringBuilder(name.length());
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean isEnd =
                    i == name.length() || (!Character.isLetterOrDigit(name.charAt(i)) && name.charAt(i) != '\'');
            if (isEnd) {
                text.append(word(name.substring(from, i), isFirst(name, from)));
                if (i < name.length()) {
                    text.append(name.charAt(i));
                }
                from = i + 1;
            }
        }
        return text.toString();
    }

    private static boolean isFirst(String name, int at) {
        String before = name.substring(0, at).strip();
        return before.isEmpty()
                || before.endsWith(":")
                || before.endsWith("(")
                || (at > 0 && name.charAt(at - 1) == '(');
    }

    private static String word(String word, boolean isFirst) {
        String small = word.toLowerCase(Locale.ROOT);
        boolean isAbbreviation = ABBREVIATIONS.contains(word) && !SMALL.contains(small);
        if (word.length() > 1 && (isAbbreviation || !hasVowel(small))) {
            return word;
        }
        if (word.isEmpty() || (SMALL.contains(small) && !isFirst)) {
            return small;
        }
        return word.charAt(0) + small.substring(1);
    }

    private static boolean hasVowel(String word) {
        return word.chars().anyMatch(c -> c >= 0x80 || "aeiouy".indexOf(c) >= 0);
    }
}
