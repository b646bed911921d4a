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
 * recognition of multi-word terms: the C-value/NC-value method"): log2|a| · f(a) for a phrase a of |a| words, from whose f(a)
 * the mean f of the longer candidates that contain a is taken away first where there are any.
 *
 * <p>f counts papers, not places: a term is what many write about, and an abstract that repeats its own phrase says it once.
 * So f is also what the threshold is about. Longer candidates are those above the threshold.
 *
 * <p>The method picks candidates by parts of speech. There is no tagger here: a candidate is two to five words with nothing
 * but space and hyphens between them, and a space somewhere in the usual spelling, none a {@link StopWords stop word} but for "of", "for" and "in" inside, not all
 * numbers. That lets through phrases with verbs and adverbs, which is why people review what is found.
 *
 * <p>The texts are read once for each length and once for spellings. A phrase is counted only if both phrases of one word less
 * within it have reached the threshold (Apriori), so that what is kept grows with the phrases that recur and not with the
 * corpus, but for the list of its words.
 */
public final class TermMiner {

    private static final int MAX_TERM_WORDS = 5;
    private static final int NONE = -1;

    /** The papers to be read, as often as they are asked for. */
    @FunctionalInterface
    public interface Texts {

        /** Hands over the fields of each paper. */
        void each(Reader reader) throws IOException;
    }

    /** Takes the fields of one paper. */
    @FunctionalInterface
    public interface Reader {

        /** A paper's title and abstract, where it has them. */
        void paper(List<String> fields);
    }

    private final int minPapers;
    private final StopWords stopWords = StopWords.read();
    private final Tokens tokens = new Tokens();
    /** What recurs, by number of words less one. */
    private final List<Phrases> lengths = new ArrayList<>();
    /** At each place of the text the number of the phrase of the length looked at that begins there. */
    private final IntArrayList at = new IntArrayList();

    /** Phrases of one length that recur. */
    private static final class Phrases {

        /** Number of a phrase by those of the phrases without its last and without its first word. */
        final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();

        final LongArrayList parts = new LongArrayList();
        final IntArrayList papers = new IntArrayList();
        /** Longer candidates around each, and the sum of their papers. */
        int[] containers = {};

        long[] papersOfContainers = {};

        Phrases(Long2IntMap counts, int minPapers) {
            numbers.defaultReturnValue(NONE);
            counts.long2IntEntrySet().stream()
                    .filter(count -> count.getIntValue() >= minPapers)
                    .sorted(Comparator.comparingLong(Long2IntMap.Entry::getLongKey))
                    .forEach(count -> {
                        numbers.put(count.getLongKey(), parts.size());
                        parts.add(count.getLongKey());
                        papers.add(count.getIntValue());
                    });
            containers = new int[parts.size()];
            papersOfContainers = new long[parts.size()];
        }

        int size() {
            return parts.size();
        }

        int withoutLast(int phrase) {
            return (int) (parts.getLong(phrase) >>> 32);
        }

        int withoutFirst(int phrase) {
            return (int) parts.getLong(phrase);
        }
    }

    private record Ranked(int words, int phrase, String key, int papers, double cValue) {}

    /** @param minPapers in which a phrase has to stand */
    public TermMiner(int minPapers) {
        this.minPapers = minPapers;
    }

    /**
     * Finds terms.
     *
     * @param isKnown whether a phrase, in normal form, is in a vocabulary and so not to be given
     * @param most how many are given
     * @return those of the greatest C-value, above 0, first; then by papers and key
     */
    public List<MinedTerm> mine(Texts texts, Predicate<String> isKnown, int most) throws IOException {
        for (int words = 1; words <= MAX_TERM_WORDS; words++) {
            lengths.add(new Phrases(count(texts, words), minPapers));
        }
        nest();
        List<Ranked> ranked = rank().stream()
                .filter(each -> !isKnown.test(each.key))
                .limit(2L * most)
                .toList();
        // How a phrase is mostly written is known only now: words joined by hyphens alone, as "large-scale", are one.
        return spelled(ranked, texts).stream()
                .filter(term -> term.label().indexOf(' ') >= 0)
                .limit(most)
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

    /** Finds all phrases of a length in the text at hand. */
    private void find(int words) {
        at.size(tokens.count());
        for (int length = 1; length <= words; length++) {
            Phrases phrases = lengths.get(length - 1);
            // From the start on, since a place is read by the one before it and by itself alone.
            for (int i = 0; i < tokens.count(); i++) {
                long parts = length == 1 ? word(i) : phrase(i, length);
                at.set(i, parts < 0 ? NONE : phrases.numbers.get(parts));
            }
        }
    }

    /** The word at a place; negative if no phrase has it. */
    private long word(int i) {
        int word = tokens.word(i);
        return word < 0 || stopWords.breaks(tokens.normal(word)) ? NONE : word;
    }

    /** The parts of the phrase that begins at a place, by those of one word less; negative if one of them does not recur. */
    private long phrase(int i, int words) {
        int next = i + 1 < tokens.count() && tokens.isLinked(i + 1) ? at.getInt(i + 1) : NONE;
        int first = at.getInt(i);
        return first < 0 || next < 0 || i + words > tokens.count() ? NONE : ((long) first << 32) | next;
    }

    // ---- ranking

    private void nest() {
        for (int words = 3; words <= lengths.size(); words++) {
            Phrases phrases = lengths.get(words - 1);
            for (int phrase = 0; phrase < phrases.size(); phrase++) {
                if (isCandidate(words, phrase)) {
                    addToParts(words, phrase);
                }
            }
        }
    }

    private void addToParts(int words, int phrase) {
        int papers = lengths.get(words - 1).papers.getInt(phrase);
        IntSet within = IntSet.of(phrase);
        for (int length = words; length > 2; length--) {
            Phrases longer = lengths.get(length - 1);
            Phrases shorter = lengths.get(length - 2);
            IntSet parts = new IntOpenHashSet();
            within.forEach(each -> {
                parts.add(longer.withoutLast(each));
                parts.add(longer.withoutFirst(each));
            });
            parts.forEach(part -> {
                shorter.containers[part]++;
                shorter.papersOfContainers[part] += papers;
            });
            within = parts;
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
        String[] parts = key(words, phrase).split(" ");
        return !stopWords.contains(parts[0])
                && !stopWords.contains(parts[parts.length - 1])
                && Arrays.stream(parts).anyMatch(part -> part.codePoints().anyMatch(Character::isLetter));
    }

    private String key(int words, int phrase) {
        Phrases phrases = lengths.get(words - 1);
        return words == 1
                ? tokens.normal((int) phrases.parts.getLong(phrase))
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
        ranked.forEach(each -> {
            byLength.get(each.words).put(each.phrase, each);
            spellings.put(each, new Object2IntOpenHashMap<>());
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
                        Ranked found = byLength.get(words).get(at.getInt(i));
                        if (found != null) {
                            String spelling = field.substring(tokens.start(i), tokens.end(i + words - 1));
                            Objects.requireNonNull(spellings.get(found)).addTo(spelling.replaceAll("\\s+", " "), 1);
                        }
                    }
                }
            }
        });
        return ranked.stream()
                .map(each -> new MinedTerm(
                        each.key, mostFrequent(Objects.requireNonNull(spellings.get(each))), each.papers, each.cValue))
                .toList();
    }

    /** Of those as frequent the last in order, which is the one without capitals. */
    private static String mostFrequent(Object2IntOpenHashMap<String> spellings) {
        return spellings.object2IntEntrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, Integer> each) -> each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }
}
