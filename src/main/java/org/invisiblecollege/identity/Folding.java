package org.invisiblecollege.identity;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/**
 * Folds names, titles and labels to keys under which different spellings of the same thing meet: Latin script, no
 * diacritics, lower case, no apostrophes, one space between words. {@code "D'souza"} and {@code "DSOUZA"} both give
 * {@code "dsouza"}; {@code "Zheng-Xin"} gives {@code "zheng xin"}.
 *
 * <p>Thread-safe.
 */
public final class Folding {

    /** ICU's rules: any script to Latin, marks removed, ı to i, ß to ss, æ to ae. */
    private static final class Rules {
        static final Transliterator TO_LATIN =
                Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII");
    }

    private Folding() {}

    /** The key of a text; never empty for a text with a visible character, which is then kept as it is. */
    public static String key(String text) {
        String latin = isAscii(text) ? text : Rules.TO_LATIN.transliterate(text);
        StringBuilder key = new StringBuilder(latin.length());
        boolean gap = false;
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !key.isEmpty()) {
                    key.append(' ');
                }
                gap = false;
                key.append(Character.toLowerCase(c));
            } else if (!isApostrophe(c)) {
                gap = true;
            }
        }
        return key.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : key.toString();
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '`' || c == '’' || c == '‘' || c == 'ʼ' || c == '´';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
