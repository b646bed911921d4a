package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * The words that a title must have, all of them in any order; the last one may be unfinished. Scores are BM25 (Robertson,
 * Zaragoza 2009) with k1 = 1.2 and b = 0.75. For one query; not thread-safe.
 */
final class TitleQuery {

    private static final int MAX_WORDS = 32;
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    /** Points of a title in which the last word is only the beginning of one; a whole one counts twice its score more. */
    private static final double SCORE_OF_PREFIX = 1;

    private static final double WEIGHT_OF_LAST = 2;

    private final InvertedIndex titles;
    /** The ordinals that match each word typed. */
    private final List<IntSet> words = new ArrayList<>();
    /** The ordinal of each word typed; -1 if no title has it. */
    private final IntArrayList whole = new IntArrayList();

    private double @Nullable [] rarity;
    private double meanLength;

    private TitleQuery(InvertedIndex titles) {
        this.titles = titles;
    }

    /** Parses a typed text; without words it matches nothing. */
    static TitleQuery of(Titles titles, String typed) {
        TitleQuery query = new TitleQuery(titles.words());
        List<String> split = InvertedIndex.split(Folding.key(typed));
        List<String> used = split.subList(0, Math.min(split.size(), MAX_WORDS));
        for (int i = 0; i < used.size(); i++) {
            query.add(used.get(i), i == used.size() - 1);
        }
        if (used.isEmpty()) {
            query.words.add(IntSet.of());
        }
        return query;
    }

    private void add(String word, boolean isLast) {
        int ordinal = titles.words().find(word);
        IntSet matching = new IntOpenHashSet();
        if (ordinal >= 0) {
            matching.add(ordinal);
        }
        if (isLast) {
            titles.forEachWithPrefix(word, matching::add);
        }
        words.add(matching);
        whole.add(ordinal);
    }

    /** Returns the ordinals of words of which a title must have one, for each word typed. */
    List<IntSet> words() {
        return words;
    }

    /** Returns the score of a title that has all words. */
    double score(int paper) {
        double[] rarities = rarity();
        IntCsr rows = titles.wordsOfTexts();
        int[] row = rows.array(paper);
        int from = rows.from(paper);
        int length = rows.size(paper);
        double norm = K1 * (1 - B + B * length / meanLength);
        double score = SCORE_OF_PREFIX;
        for (int i = 0; i < whole.size(); i++) {
            int frequency = 0;
            for (int at = from; at < from + length; at++) {
                frequency += row[at] == whole.getInt(i) ? 1 : 0;
            }
            double weight = i == whole.size() - 1 ? WEIGHT_OF_LAST : 1;
            score += weight * rarities[i] * frequency / (frequency + norm);
        }
        return score;
    }

    private double[] rarity() {
        double[] known = rarity;
        if (known == null) {
            known = new double[whole.size()];
            int count = titles.countWithWords();
            meanLength = Math.max(1, titles.meanLength());
            for (int i = 0; i < known.length; i++) {
                int with = whole.getInt(i) < 0 ? 0 : titles.textsWith(whole.getInt(i));
                known[i] = Math.log(1 + (count - with + 0.5) / (with + 0.5));
            }
            rarity = known;
        }
        return known;
    }
}
