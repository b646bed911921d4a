package org.invisiblecollege.text;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/**
 * Folds names, titles and labels to keys that different spellings of the same thing share: Latin script, no
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
        /** For words of Latin letters only; leaves out the first rule, which takes most of the time. */
        static final Transliterator TO_ASCII =
                Transliterator.getInstance("NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII");

        /** Some 2 MB for the frequent words of a language. */
        static final DirectMappedCache<String> LATIN = new DirectMappedCache<>(15, Rules::toLatin);

        private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

        /** Applies the rules; letters that only carry marks are handled without ICU, which is slow. */
        private static String toLatin(String word) {
            String decomposed = NFD.normalize(word);
            StringBuilder letters = new StringBuilder(decomposed.length());
            for (int i = 0; i < decomposed.length(); i++) {
                char c = decomposed.charAt(i);
                if (Character.getType(c) != Character.NON_SPACING_MARK) {
                    if (c >= 0x80) {
                        return (isLatin(word) ? TO_ASCII : TO_LATIN).transliterate(word);
                    }
                    letters.append(c);
                }
            }
            return letters.toString();
        }

        private static boolean isLatin(String word) {
            return word.codePoints()
                    .allMatch(c -> c < 0x250 || (c >= 0x2000 && c < 0x2070) || (c >= 0x1E00 && c < 0x1F00));
        }
    }

    private Folding() {}

    /** Returns the key of a text. A text without letters and digits is its own key, in lower case. */
    public static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int start = 0; start < text.length(); ) {
            int end = start;
            boolean ascii = true;
            while (end < text.length() && !isGap(text.charAt(end))) {
                ascii &= text.charAt(end) < 0x80;
                end++;
            }
            // Word by word, since transliterating is slow and most words need none.
            String word = text.substring(start, end);
            append(ascii ? word : Rules.LATIN.get(word), key);
            start = end + 1;
        }
        return key.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : key.toString();
    }

    /** Appends the letters and digits of a word, which transliteration may have made several words. */
    private static void append(String word, StringBuilder key) {
        boolean gap = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
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
    }

    private static boolean isGap(char c) {
        return c <= ' ' || c == '-' || c == '.' || c == ',' || (c >= '‐' && c <= '…' && isPrintersGap(c));
    }

    /** Returns whether it is a dash, quotation mark, bullet or ellipsis, which needs no transliteration. */
    private static boolean isPrintersGap(char c) {
        return c <= '―' || (c >= '“' && c <= '‟') || c == '•' || c == '…';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '`' || c == '’' || c == '‘' || c == 'ʼ' || c == '´';
    }
}
