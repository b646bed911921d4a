package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.invisiblecollege.kernel.Cancellation;

/** The words of texts, with the texts of each word (postings) and the words of each text. Immutable. */
final class InvertedIndex {

    private static final byte SPACE = ' ';

    private final StringDictionary words;
    /** Ordinals of the words in the order of their bytes. */
    private final int[] sorted;

    private final IntCsr texts;
    private final IntCsr wordsOfTexts;
    private final Lengths lengths;

    private InvertedIndex(StringDictionary words, int[] sorted, IntCsr texts, IntCsr wordsOfTexts, Lengths lengths) {
        this.words = words;
        this.sorted = sorted;
        this.texts = texts;
        this.wordsOfTexts = wordsOfTexts;
        this.lengths = lengths;
    }

    /**
     * The texts that have words.
     *
     * @param words their number of words altogether
     */
    private record Lengths(int texts, long words) {

        Lengths with(int length, int sign) {
            return length == 0 ? this : new Lengths(texts + sign, words + (long) sign * length);
        }
    }

    static InvertedIndex of(StringDictionary words, IntCsr wordsOfTexts) {
        int[] sorted = new int[words.count()];
        Arrays.setAll(sorted, i -> i);
        IntArrays.quickSort(sorted, words::compare);
        int texts = 0;
        long length = 0;
        for (int text = 0; text < wordsOfTexts.count(); text++) {
            texts += wordsOfTexts.size(text) == 0 ? 0 : 1;
            length += wordsOfTexts.size(text);
        }
        return new InvertedIndex(
                words, sorted, wordsOfTexts.transposed(words.count()), wordsOfTexts, new Lengths(texts, length));
    }

    StringDictionary words() {
        return words;
    }

    /** Returns the texts with each word, in ascending order; a text with a word twice may be there twice. */
    IntCsr texts() {
        return texts;
    }

    /** Returns the words of each text in the order of the text, repeated ones included. */
    IntCsr wordsOfTexts() {
        return wordsOfTexts;
    }

    /** Returns the number of texts, including empty ones. */
    int count() {
        return wordsOfTexts.count();
    }

    /** Returns the number of texts that have words. */
    int countWithWords() {
        return lengths.texts;
    }

    /** Returns the mean number of words of the texts that have any. */
    double meanLength() {
        return (double) lengths.words / Math.max(1, lengths.texts);
    }

    /** Returns the number of texts that have a word. */
    int textsWith(int word) {
        int[] row = texts.array(word);
        int with = 0;
        for (int i = texts.from(word), end = i + texts.size(word), last = -1; i < end; i++) {
            with += row[i] == last ? 0 : 1;
            last = row[i];
        }
        return with;
    }

    /** Returns the position of each word in the order of bytes. */
    int[] wordRanks() {
        int[] ranks = new int[sorted.length];
        for (int position = 0; position < sorted.length; position++) {
            ranks[sorted[position]] = position;
        }
        return ranks;
    }

    /** Hands over the words that match a pattern, some perhaps twice. */
    void forEachMatching(WordPattern pattern, IntConsumer word) {
        byte[] wanted = pattern.bytes();
        if (pattern.isPrefix()) {
            forEachWithPrefix(wanted, word);
        } else {
            acceptIfKnown(pattern.word(), word);
        }
        if (pattern.mayBeInitial()) {
            acceptIfKnown(pattern.word().substring(0, 1), word);
        }
        if (pattern.edits() > 0) {
            new EditDistance(wanted, pattern.edits()).forEachWithin(words.texts(), sorted, word);
        }
    }

    private void acceptIfKnown(String text, IntConsumer word) {
        int known = words.find(text);
        if (known >= 0) {
            word.accept(known);
        }
    }

    private void forEachWithPrefix(byte[] wanted, IntConsumer word) {
        StringPool pool = words.texts();
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pool.compare(sorted[middle], wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Cancellation cancellation = Cancellation.current();
        for (int i = low; i < sorted.length && pool.startsWith(sorted[i], wanted); i++) {
            cancellation.check(i - low);
            word.accept(sorted[i]);
        }
    }

    /** Returns a text as its words with one space between. */
    byte[] text(int text) {
        StringPool pool = words.texts();
        int[] row = wordsOfTexts.array(text);
        int from = wordsOfTexts.from(text);
        int end = from + wordsOfTexts.size(text);
        int length = Math.max(0, end - from - 1);
        for (int i = from; i < end; i++) {
            length += pool.size(row[i]);
        }
        byte[] bytes = new byte[length];
        int at = 0;
        for (int i = from; i < end; i++) {
            if (i > from) {
                bytes[at++] = SPACE;
            }
            int size = pool.size(row[i]);
            System.arraycopy(pool.array(row[i]), pool.from(row[i]), bytes, at, size);
            at += size;
        }
        return bytes;
    }

    /** Splits a folded text into words. */
    static List<String> split(String text) {
        List<String> split = new ArrayList<>();
        int length = text.length();
        for (int start = 0; start < length; ) {
            if (Character.isWhitespace(text.charAt(start))) {
                start++;
                continue;
            }
            int end = start + 1;
            while (end < length && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            split.add(text.substring(start, end));
            start = end;
        }
        return split;
    }

    /** Returns {@code count} texts, of which some are replaced; new ones that are not given are empty. */
    InvertedIndex with(int count, Int2ObjectMap<String> replaced) {
        DictionaryUpdate newWords = new DictionaryUpdate(words);
        Int2ObjectMap<int[]> rows = new Int2ObjectOpenHashMap<>();
        replaced.int2ObjectEntrySet()
                .forEach(entry -> rows.put(
                        entry.getIntKey(),
                        split(entry.getValue()).stream()
                                .mapToInt(newWords::code)
                                .toArray()));
        Lengths newLengths = lengths;
        for (Int2ObjectMap.Entry<int[]> row : rows.int2ObjectEntrySet()) {
            int text = row.getIntKey();
            newLengths = newLengths
                    .with(text < count() ? wordsOfTexts.size(text) : 0, -1)
                    .with(row.getValue().length, 1);
        }
        StringDictionary allWords = newWords.build();
        return new InvertedIndex(
                allWords,
                allWords == words ? sorted : merged(allWords),
                texts.with(allWords.count(), Transposition.changes(texts, wordsOfTexts, rows, 0, 0)),
                wordsOfTexts.with(count, rows),
                newLengths);
    }

    /** Returns the order of all words, given that of the words so far. */
    private int[] merged(StringDictionary allWords) {
        int[] fresh = new int[allWords.count() - sorted.length];
        Arrays.setAll(fresh, i -> sorted.length + i);
        IntArrays.quickSort(fresh, allWords::compare);
        int[] all = new int[allWords.count()];
        int next = 0;
        int at = 0;
        for (int word : sorted) {
            while (next < fresh.length && allWords.compare(fresh[next], word) < 0) {
                all[at++] = fresh[next++];
            }
            all[at++] = word;
        }
        System.arraycopy(fresh, next, all, at, fresh.length - next);
        return all;
    }

    long bytes() {
        return words.bytes() + Integer.BYTES * (long) sorted.length + texts.bytes() + wordsOfTexts.bytes();
    }

    /** Collects texts in order. */
    static final class Builder {

        private final GrowingDictionary words = new GrowingDictionary();
        private final IntCsr.Builder wordsOfTexts = new IntCsr.Builder();

        void add(String text) {
            wordsOfTexts.add(split(text).stream().mapToInt(words::code).toArray());
        }

        InvertedIndex build() {
            return of(words.build(), wordsOfTexts.build());
        }
    }
}
