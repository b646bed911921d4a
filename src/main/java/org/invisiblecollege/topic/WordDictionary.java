package org.invisiblecollege.topic;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.invisiblecollege.text.DirectMappedCache;
import org.invisiblecollege.text.Folding;

/**
 * The words of a vocabulary's labels by ordinal. Normalising a word is slow and most words are frequent, so the results for
 * the words of texts are cached. Thread-safe once all labels are added.
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

    private static final int CACHE_BITS = 16;
    /** Longer words belong to no language. */
    private static final int MAX_WORD_LENGTH = 64;

    private final Object2IntOpenHashMap<String> ordinals = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<String> acronyms = new Object2IntOpenHashMap<>();
    private final DirectMappedCache<Entry> entries = new DirectMappedCache<>(CACHE_BITS, this::entry);
    private final boolean isLearning;
    /** Normal forms by ordinal. */
    private final List<String> forms = new ArrayList<>();

    /**
     * A word as written.
     *
     * @param word ordinal of its normal form, or {@link #NONE}
     * @param acronym ordinal of the acronym that it is, or {@link #NONE}
     */
    record Entry(String raw, int word, int acronym) {}

    WordDictionary() {
        this(false);
    }

    private WordDictionary(boolean isLearning) {
        this.isLearning = isLearning;
        ordinals.defaultReturnValue(NONE);
        acronyms.defaultReturnValue(NONE);
    }

    /** Creates a dictionary that adds each new word it meets; not thread-safe. */
    static WordDictionary learning() {
        return new WordDictionary(true);
    }

    /** Adds a word of a label and returns its ordinal. */
    int add(String raw) {
        return ordinals.computeIfAbsent(normalised(raw), (String absent) -> {
            forms.add(absent);
            return ordinals.size();
        });
    }

    /** Returns the normal form with an ordinal. */
    String normal(int word) {
        return forms.get(word);
    }

    /** Adds an acronym and returns its ordinal. */
    int addAcronym(String raw) {
        return acronyms.computeIfAbsent(raw, (String absent) -> acronyms.size());
    }

    /** Returns whether a word has two or more capitals. */
    static boolean isAcronym(String word) {
        return word.chars().filter(Character::isUpperCase).count() >= 2;
    }

    /**
     * Looks up a word of a text.
     *
     * @param hash the hash code that the word has as a string
     */
    Entry find(String text, int start, int end, int hash) {
        return entries.get(text, start, end, hash);
    }

    private Entry entry(String raw) {
        if (raw.length() > MAX_WORD_LENGTH) {
            return new Entry(raw, NONE, NONE);
        }
        int acronym = acronyms.getInt(raw);
        if (acronym == NONE && raw.endsWith("s")) {
            acronym = acronyms.getInt(raw.substring(0, raw.length() - 1));
        }
        return new Entry(raw, isLearning ? add(raw) : ordinals.getInt(normalised(raw)), acronym);
    }

    /** Removes case, diacritics, an elided article, a possessive, the British -is- and a simple plural. */
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
