package org.invisiblecollege.topic;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.invisiblecollege.text.Folding;

/**
 * The words of a vocabulary's labels, and which of them a word of a text is. Normalising a word is slow and most words are
 * met often, so what came of it is kept in a table of fixed size in which a word displaces another with the same place.
 * Thread-safe without locks once all labels are added: entries are immutable, and one that is lost in a race is made again.
 */
final class WordDictionary {

    static final int NONE = -1;

    /** French {@code l'analyse}. */
    private static final Pattern ELISION =
            Pattern.compile("^(?:[cdjlmnst]|qu)['’](?=\\p{L})", Pattern.CASE_INSENSITIVE);

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
    private static final Pattern BRITISH = Pattern.compile("is(ation|ations|e|ed|er|ers|es|ing)$");
    private static final Pattern SINGULAR = Pattern.compile("(?:ss|us|is|as)$");
    private static final Map<String, String> IRREGULAR_PLURALS = Map.of(
            "analyses", "analysis",
            "biases", "bias",
            "corpora", "corpus",
            "hypotheses", "hypothesis",
            "indices", "index",
            "matrices", "matrix",
            "lexica", "lexicon",
            "lexicons", "lexicon");

    private static final int PLACES = 1 << 16;
    /** Longer words are of no language. */
    private static final int MAX_WORD_LENGTH = 64;

    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<String> acronyms = new Object2IntOpenHashMap<>();
    private final Entry[] entries = new Entry[PLACES];
    private final boolean isLearning;
    /** Normal forms by number. */
    private final List<String> forms = new ArrayList<>();

    /**
     * What a word as written is.
     *
     * @param word number of its normal form, or {@link #NONE}
     * @param acronym number of the acronym it is, or {@link #NONE}
     */
    record Entry(String raw, int word, int acronym) {}

    WordDictionary() {
        this(false);
    }

    private WordDictionary(boolean isLearning) {
        this.isLearning = isLearning;
        numbers.defaultReturnValue(NONE);
        acronyms.defaultReturnValue(NONE);
    }

    /** Words of which each that is met is added; not thread-safe. */
    static WordDictionary learning() {
        return new WordDictionary(true);
    }

    /** The number of a label's word. */
    int add(String raw) {
        return numbers.computeIfAbsent(normalised(raw), (String each) -> {
            forms.add(each);
            return numbers.size();
        });
    }

    /** The normal form with a number. */
    String normal(int number) {
        return forms.get(number);
    }

    /** The number of an acronym. */
    int addAcronym(String raw) {
        return acronyms.computeIfAbsent(raw, (String each) -> acronyms.size());
    }

    /** A word with two or more capitals. */
    static boolean isAcronym(String word) {
        return word.chars().filter(Character::isUpperCase).count() >= 2;
    }

    /** What a part of a text is. */
    Entry find(String text, int start, int end, int hash) {
        int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
        Entry entry = entries[place];
        int length = end - start;
        if (entry == null || entry.raw.length() != length || !text.startsWith(entry.raw, start)) {
            entry = make(text.substring(start, end));
            entries[place] = entry;
        }
        return entry;
    }

    private Entry make(String raw) {
        if (raw.length() > MAX_WORD_LENGTH) {
            return new Entry(raw, NONE, NONE);
        }
        int acronym = acronyms.getInt(raw);
        if (acronym == NONE && raw.endsWith("s")) {
            acronym = acronyms.getInt(raw.substring(0, raw.length() - 1));
        }
        return new Entry(raw, isLearning ? add(raw) : numbers.getInt(normalised(raw)), acronym);
    }

    /** A word without case, diacritics, elided article, possessive, British -is-, simple plural. */
    private static String normalised(String raw) {
        boolean hasApostrophe = raw.indexOf('\'') >= 0 || raw.indexOf('’') >= 0;
        String bare = hasApostrophe
                ? POSSESSIVE.matcher(ELISION.matcher(raw).replaceFirst("")).replaceFirst("")
                : raw;
        String word = Folding.key(bare).toLowerCase(Locale.ROOT);
        if (word.contains("is")) {
            word = BRITISH.matcher(word).replaceFirst("iz$1");
        }
        String irregular = IRREGULAR_PLURALS.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > 3
                && word.endsWith("s")
                && !SINGULAR.matcher(word).find();
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
