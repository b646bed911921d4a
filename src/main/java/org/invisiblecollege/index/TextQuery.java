package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.OrganisationKey;
import org.jspecify.annotations.Nullable;

/**
 * The words that a text must have, all of them in any order; the last one may be unfinished. Scores are BM25 (Robertson,
 * Zaragoza 2009) with k1 = 1.2. For one query; not thread-safe.
 */
final class TextQuery {

    private static final int MAX_WORDS = 32;
    /** A tolerant look-up of a word compares all words. */
    private static final int MAX_TOLERANT_WORDS = 12;

    private static final double K1 = 1.2;
    /** How much a long title counts less than a short one. */
    private static final double B_OF_TITLES = 0.75;
    /** Names are not the better for being short, since well-known people have many spellings. */
    private static final double B_OF_NAMES = 0;
    /** A last word that is only the beginning of one counts so much; a whole one counts twice its score more. */
    private static final double SCORE_OF_PREFIX = 1;

    private static final double WEIGHT_OF_LAST = 2;

    private final InvertedIndex texts;
    private final double b;
    private final List<String> typed;
    /** The ordinals that match each word typed. */
    private final List<IntSet> words = new ArrayList<>();
    /** The ordinal of each word typed; -1 if no text has it. */
    private final IntArrayList whole = new IntArrayList();

    private double @Nullable [] rarities;

    private TextQuery(InvertedIndex texts, double b, String text) {
        this.texts = texts;
        this.b = b;
        List<String> split = InvertedIndex.split(Folding.key(text));
        this.typed = split.subList(0, Math.min(split.size(), MAX_WORDS));
    }

    /** Parses a text that titles are searched for; without words it matches nothing. */
    static TextQuery ofTitles(Titles titles, String text) {
        return new TextQuery(titles.words(), B_OF_TITLES, text).exact();
    }

    /** Parses a name; without words it matches nothing. */
    static TextQuery ofNames(InvertedIndex names, String text) {
        return new TextQuery(names, B_OF_NAMES, text).exact();
    }

    /**
     * Parses the name of an organisation, in which abbreviations also match full words and vice versa, and articles and
     * prepositions need not occur, see {@link OrganisationKey}.
     */
    static TextQuery ofOrganisations(InvertedIndex names, String text) {
        TextQuery query = new TextQuery(names, B_OF_NAMES, text);
        List<Set<String>> forms =
                query.typed.stream().map(OrganisationKey::forms).toList();
        return forms.stream().allMatch(Set::isEmpty) ? query.exact() : query.inForms(forms);
    }

    /**
     * Returns the same for texts with similar words: one edit is allowed in words of four letters and more, two from eight on;
     * every word may be unfinished, and all but the longest match initials. It matches nothing if all words are too short or
     * there are too many.
     */
    TextQuery tolerant() {
        TextQuery tolerant = new TextQuery(texts, b, String.join(" ", typed));
        String longest =
                typed.stream().max(Comparator.comparingInt(String::length)).orElse("");
        boolean isPossible = WordPattern.edits(longest) > 0 && typed.size() <= MAX_TOLERANT_WORDS;
        for (String word : typed) {
            IntSet matching = new IntOpenHashSet();
            if (isPossible) {
                texts.forEachMatching(WordPattern.fuzzy(word, !word.equals(longest)), matching::add);
            }
            tolerant.add(word, matching);
        }
        return tolerant;
    }

    private TextQuery exact() {
        for (int i = 0; i < typed.size(); i++) {
            IntSet matching = new IntOpenHashSet();
            texts.forEachMatching(
                    i == typed.size() - 1 ? WordPattern.prefix(typed.get(i)) : WordPattern.whole(typed.get(i)),
                    matching::add);
            add(typed.get(i), matching);
        }
        return this;
    }

    /** Adds the words in all their forms; one without forms only decides whether a name is exact. */
    private TextQuery inForms(List<Set<String>> forms) {
        for (int i = 0; i < typed.size(); i++) {
            IntSet matching = new IntOpenHashSet();
            forms.get(i).forEach(form -> texts.forEachMatching(WordPattern.whole(form), matching::add));
            if (i == typed.size() - 1 && !forms.get(i).isEmpty()) {
                texts.forEachMatching(WordPattern.prefix(typed.get(i)), matching::add);
            }
            if (!forms.get(i).isEmpty()) {
                words.add(matching);
            }
            whole.add(texts.words().find(typed.get(i)));
        }
        return this;
    }

    private void add(String word, IntSet matching) {
        words.add(matching);
        whole.add(texts.words().find(word));
    }

    /** Returns the conditions of a text, at least one. */
    List<LinkCondition> conditions() {
        return words.isEmpty()
                ? List.of(condition(IntSet.of()))
                : words.stream().map(this::condition).toList();
    }

    private LinkCondition condition(IntSet any) {
        return LinkCondition.plain(texts.texts(), texts.wordsOfTexts(), any);
    }

    /** Returns the texts that match. */
    SparseBits matching() {
        return LinkCondition.all(conditions(), texts.count());
    }

    /** Returns whether a text has all words whole. */
    boolean hasWholeWords(int text) {
        for (int i = 0; i < whole.size(); i++) {
            if (frequency(text, whole.getInt(i)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the score of a text that matches. */
    double score(int text) {
        double[] known = rarities();
        double norm = K1 * (1 - b + b * texts.wordsOfTexts().size(text) / Math.max(1, texts.meanLength()));
        double score = SCORE_OF_PREFIX;
        for (int i = 0; i < known.length; i++) {
            int frequency = frequency(text, whole.getInt(i));
            double weight = i == known.length - 1 ? WEIGHT_OF_LAST : 1;
            score += weight * known[i] * frequency / (frequency + norm);
        }
        return score;
    }

    private int frequency(int text, int word) {
        IntCsr rows = texts.wordsOfTexts();
        int[] row = rows.array(text);
        int frequency = 0;
        for (int i = rows.from(text), end = i + rows.size(text); i < end; i++) {
            frequency += row[i] == word ? 1 : 0;
        }
        return frequency;
    }

    private double[] rarities() {
        double[] known = rarities;
        if (known == null) {
            known = new double[whole.size()];
            int count = texts.countWithWords();
            for (int i = 0; i < known.length; i++) {
                int with = whole.getInt(i) < 0 ? 0 : texts.textsWith(whole.getInt(i));
                known[i] = Math.log(1 + (count - with + 0.5) / (with + 0.5));
            }
            rarities = known;
        }
        return known;
    }
}
