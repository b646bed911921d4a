package org.invisiblecollege.mining;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.invisiblecollege.topic.Tokens;

/**
 * Finds phrases that recur in titles and abstracts and ranks them by C-value (Frantzi, Ananiadou, Mima 2000, "Automatic
 * recognition of multi-word terms: the C-value/NC-value method"): log2|a| · (f(a) - m) for a phrase a of |a| words, where m
 * is the mean f of the longer candidates that contain a, 0 if there are none.
 *
 * <p>f counts papers, not occurrences: a term is what many papers mention, and an abstract that repeats its own phrase counts
 * once. The threshold applies to f as well. Longer candidates are those above the threshold.
 *
 * <p>The method selects candidates by parts of speech. There is no tagger here: a candidate is two to five words, not all of
 * them numbers, separated only by spaces and hyphens, with a space in the most frequent spelling, and without
 * {@link StopWords stop words} except "of", "for" and "in" inside. That admits phrases with verbs and adverbs, so terms are
 * reviewed by people.
 *
 * <p>The texts are read once for each length and once for spellings. A phrase is counted only if both phrases of one word less
 * within it have reached the threshold (Apriori), so that memory grows with the phrases that recur and not with the number of
 * papers, except for the dictionary of words.
 */
public final class TermMiner {

    private static final int MAX_TERM_WORDS = 5;
    private static final int NONE = -1;

    /** The papers, which can be read repeatedly. */
    @FunctionalInterface
    public interface Texts {

        /** Hands over the fields of each paper. */
        void each(Reader reader) throws IOException;
    }

    /** Takes the fields of one paper. */
    @FunctionalInterface
    public interface Reader {

        /** Takes a paper's title and abstract, as far as it has them. */
        void paper(List<String> fields);
    }

    private final int minPapers;
    private final StopWords stopWords = StopWords.read();
    private final Tokens tokens = new Tokens();
    /** The phrases that recur, by number of words less one. */
    private final List<Phrases> lengths = new ArrayList<>();
    /** The phrase of the current length that begins at each token of the text; {@code NONE} if none recurs. */
    private final IntArrayList phraseAt = new IntArrayList();

    /** The phrases of one length that recur, numbered in order. */
    private static final class Phrases {

        /** The ordinal of a phrase by its halves: the phrases without its last and without its first word. */
        final Long2IntOpenHashMap ordinals = new Long2IntOpenHashMap();

        final LongArrayList halves = new LongArrayList();
        final IntArrayList papers = new IntArrayList();
        /** The number of longer candidates that contain each phrase, and the sum of their papers. */
        int[] containers = {};

        long[] papersOfContainers = {};

        Phrases(Long2IntMap counts, int minPapers) {
            ordinals.defaultReturnValue(NONE);
            counts.long2IntEntrySet().stream()
                    .filter(count -> count.getIntValue() >= minPapers)
                    .sorted(Comparator.comparingLong(Long2IntMap.Entry::getLongKey))
                    .forEach(count -> {
                        ordinals.put(count.getLongKey(), halves.size());
                        halves.add(count.getLongKey());
                        papers.add(count.getIntValue());
                    });
            containers = new int[halves.size()];
            papersOfContainers = new long[halves.size()];
        }

        int size() {
            return halves.size();
        }

        int withoutLast(int phrase) {
            return (int) (halves.getLong(phrase) >>> 32);
        }

        int withoutFirst(int phrase) {
            return (int) halves.getLong(phrase);
        }
    }

    private record Ranked(int words, int phrase, String key, int papers, double cValue) {}

    /** @param minPapers minimum number of papers that contain a phrase */
    public TermMiner(int minPapers) {
        this.minPapers = minPapers;
    }

    /**
     * Finds terms.
     *
     * @param isKnown whether a phrase, in normal form, is in a vocabulary and therefore left out
     * @param maxTerms maximum number of terms
     * @return terms of a C-value above 0, the greatest first, then by papers and key
     */
    public List<MinedTerm> mine(Texts texts, Predicate<String> isKnown, int maxTerms) throws IOException {
        for (int words = 1; words <= MAX_TERM_WORDS; words++) {
            lengths.add(new Phrases(count(texts, words), minPapers));
        }
        nest();
        List<Ranked> ranked = rank().stream()
                .filter(term -> !isKnown.test(term.key))
                .limit(2L * maxTerms)
                .toList();
        // The most frequent spelling is known only now: words joined by hyphens alone, such as "large-scale", are one
        // word.
        return spelled(ranked, texts).stream()
                .filter(term -> term.label().indexOf(' ') >= 0)
                .limit(maxTerms)
                .toList();
    }

    // ---- counting

    private Long2IntMap count(Texts texts, int words) throws IOException {
        Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
        LongSet seen = new LongOpenHashSet();
        texts.each(fields -> {
            for (String field : fields) {
                tokens.of(field);
                find(words - 1);
                for (int i = 0; i + words <= tokens.count(); i++) {
                    long phrase = words == 1 ? word(i) : phrase(i, words);
                    if (phrase >= 0) {
                        seen.add(phrase);
                    }
                }
            }
            seen.forEach((long phrase) -> counts.addTo(phrase, 1));
            seen.clear();
        });
        return counts;
    }

    /** Finds all phrases of a length in the current text. */
    private void find(int words) {
        phraseAt.size(tokens.count());
        for (int length = 1; length <= words; length++) {
            Phrases phrases = lengths.get(length - 1);
            // In order, since each entry is read only for itself and for the one before it.
            for (int i = 0; i < tokens.count(); i++) {
                long halves = length == 1 ? word(i) : phrase(i, length);
                phraseAt.set(i, halves < 0 ? NONE : phrases.ordinals.get(halves));
            }
        }
    }

    /** Returns the word at a token; negative if no phrase may contain it. */
    private long word(int i) {
        int word = tokens.word(i);
        return word < 0 || stopWords.breaks(tokens.normal(word)) ? NONE : word;
    }

    /** Returns the halves of the phrase that begins at a token; negative if one of them does not recur. */
    private long phrase(int i, int words) {
        int next = i + 1 < tokens.count() && tokens.isLinked(i + 1) ? phraseAt.getInt(i + 1) : NONE;
        int first = phraseAt.getInt(i);
        return first < 0 || next < 0 || i + words > tokens.count() ? NONE : ((long) first << 32) | next;
    }

    // ---- ranking

    private void nest() {
        for (int words = 3; words <= lengths.size(); words++) {
            Phrases phrases = lengths.get(words - 1);
            for (int phrase = 0; phrase < phrases.size(); phrase++) {
                if (isCandidate(words, phrase)) {
                    addToNested(words, phrase);
                }
            }
        }
    }

    private void addToNested(int words, int phrase) {
        int papers = lengths.get(words - 1).papers.getInt(phrase);
        IntSet within = IntSet.of(phrase);
        for (int length = words; length > 2; length--) {
            Phrases longer = lengths.get(length - 1);
            Phrases shorter = lengths.get(length - 2);
            IntSet nested = new IntOpenHashSet();
            within.forEach(container -> {
                nested.add(longer.withoutLast(container));
                nested.add(longer.withoutFirst(container));
            });
            nested.forEach(shorterPhrase -> {
                shorter.containers[shorterPhrase]++;
                shorter.papersOfContainers[shorterPhrase] += papers;
            });
            within = nested;
        }
    }

    private List<Ranked> rank() {
        List<Ranked> ranked = new ArrayList<>();
        for (int words = 2; words <= lengths.size(); words++) {
            Phrases phrases = lengths.get(words - 1);
            for (int phrase = 0; phrase < phrases.size(); phrase++) {
                double cValue = cValue(words, phrase);
                if (cValue > 0 && isCandidate(words, phrase)) {
                    int papers = phrases.papers.getInt(phrase);
                    ranked.add(new Ranked(words, phrase, key(words, phrase), papers, cValue));
                }
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::cValue)
                .thenComparingInt(Ranked::papers)
                .reversed()
                .thenComparing(Ranked::key));
        return ranked;
    }

    private double cValue(int words, int phrase) {
        Phrases phrases = lengths.get(words - 1);
        int containers = phrases.containers[phrase];
        double nested = containers == 0 ? 0 : (double) phrases.papersOfContainers[phrase] / containers;
        return Math.log(words) / Math.log(2) * (phrases.papers.getInt(phrase) - nested);
    }

    private boolean isCandidate(int words, int phrase) {
        String[] tokensOfKey = key(words, phrase).split(" ");
        return !stopWords.contains(tokensOfKey[0])
                && !stopWords.contains(tokensOfKey[tokensOfKey.length - 1])
                && Arrays.stream(tokensOfKey).anyMatch(word -> word.codePoints().anyMatch(Character::isLetter));
    }

    private String key(int words, int phrase) {
        Phrases phrases = lengths.get(words - 1);
        return words == 1
                ? tokens.normal((int) phrases.halves.getLong(phrase))
                : key(words - 1, phrases.withoutLast(phrase)) + " " + last(words - 1, phrases.withoutFirst(phrase));
    }

    private String last(int words, int phrase) {
        return words == 1
                ? key(1, phrase)
                : last(words - 1, lengths.get(words - 1).withoutFirst(phrase));
    }

    // ---- spellings

    private List<MinedTerm> spelled(List<Ranked> ranked, Texts texts) throws IOException {
        Map<Ranked, Object2IntOpenHashMap<String>> spellings = new HashMap<>();
        List<Map<Integer, Ranked>> byLength = new ArrayList<>();
        for (int words = 0; words <= MAX_TERM_WORDS; words++) {
            byLength.add(new HashMap<>());
        }
        ranked.forEach(term -> {
            byLength.get(term.words).put(term.phrase, term);
            spellings.put(term, new Object2IntOpenHashMap<>());
        });
        texts.each(fields -> {
            for (String field : fields) {
                tokens.of(field);
                for (int words = 2; words <= MAX_TERM_WORDS; words++) {
                    if (byLength.get(words).isEmpty()) {
                        continue;
                    }
                    find(words);
                    for (int i = 0; i < tokens.count(); i++) {
                        Ranked found = byLength.get(words).get(phraseAt.getInt(i));
                        if (found != null) {
                            String spelling = field.substring(tokens.start(i), tokens.end(i + words - 1));
                            Objects.requireNonNull(spellings.get(found)).addTo(spelling.replaceAll("\\s+", " "), 1);
                        }
                    }
                }
            }
        });
        return ranked.stream()
                .map(term -> new MinedTerm(
                        term.key, mostFrequent(Objects.requireNonNull(spellings.get(term))), term.papers, term.cValue))
                .toList();
    }

    /** Returns the most frequent spelling; of equals the last in order, which is the one in lower case. */
    private static String mostFrequent(Object2IntOpenHashMap<String> spellings) {
        return spellings.object2IntEntrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, Integer> spelling) -> spelling.getValue())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }
}
