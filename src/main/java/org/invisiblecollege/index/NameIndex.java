package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.SearchText;

/**
 * Authors by the folded words of all their names. Immutable: {@link #following} shares the words of unchanged names and keeps
 * renamed authors apart until there are many.
 */
public final class NameIndex {

    private static final int MAX_RENAMED = 2_000;
    private static final int MAX_WORDS = 32;

    private final IndexSnapshot index;
    /** The names that {@link #words} are from. */
    private final StringPool names;

    private final DictionaryColumn spellings;
    /** In the order of their bytes. */
    private final StringPool words;

    private final IntCsr authorsOfWords;
    /** Words of the authors whose names have changed since; none for a deleted author. */
    private final Int2ObjectMap<List<byte[]>> renamed;

    private NameIndex(
            IndexSnapshot index,
            StringPool names,
            DictionaryColumn spellings,
            StringPool words,
            IntCsr authorsOfWords,
            Int2ObjectMap<List<byte[]>> renamed) {
        this.index = index;
        this.names = names;
        this.spellings = spellings;
        this.words = words;
        this.authorsOfWords = authorsOfWords;
        this.renamed = renamed;
    }

    // ---- construction

    static NameIndex of(IndexSnapshot index) {
        Object2IntOpenHashMap<String> ordinals = new Object2IntOpenHashMap<>();
        IntCsr.Builder wordsOfAuthors = new IntCsr.Builder();
        for (int author = 0; author < index.authors().count(); author++) {
            wordsOfAuthors.add(words(index, author).stream()
                    .mapToInt(word -> ordinals.computeIfAbsent(word, (String absent) -> ordinals.size()))
                    .toArray());
        }
        List<byte[]> sorted = new ArrayList<>();
        ordinals.keySet().forEach(word -> sorted.add(encoded(word)));
        sorted.sort(Arrays::compareUnsigned);
        int[] ranks = new int[sorted.size()];
        StringPool.Builder words = new StringPool.Builder();
        for (int rank = 0; rank < ranks.length; rank++) {
            String word = new String(sorted.get(rank), StandardCharsets.UTF_8);
            ranks[ordinals.getInt(word)] = rank;
            words.add(word);
        }
        IntCsr rows = wordsOfAuthors.build();
        int[] values = rows.values();
        Arrays.setAll(values, i -> ranks[values[i]]);
        return new NameIndex(
                index,
                index.authors().names(),
                index.spellings(),
                words.build(),
                rows.transposed(ranks.length),
                new Int2ObjectOpenHashMap<>());
    }

    /** Returns the names of a later snapshot. */
    NameIndex following(IndexSnapshot later) {
        if (later.authors().count() < names.count()) {
            return of(later);
        }
        int maxRenamed = Math.max(MAX_RENAMED, names.count() / 8);
        Int2ObjectMap<List<byte[]>> changed = new Int2ObjectOpenHashMap<>();
        StringPool laterNames = later.authors().names();
        for (int author = 0; author < later.authors().count(); author++) {
            boolean isSame = author < names.count()
                    && !later.authors().ids().isDeleted(author)
                    && names.isSame(author, laterNames, author)
                    && hasSameSpellings(author, later.spellings());
            if (!isSame) {
                changed.put(
                        author,
                        words(later, author).stream().map(NameIndex::encoded).toList());
                if (changed.size() > maxRenamed) {
                    return of(later);
                }
            }
        }
        return new NameIndex(later, names, spellings, words, authorsOfWords, changed);
    }

    private boolean hasSameSpellings(int author, DictionaryColumn later) {
        int code = spellings.code(author);
        int laterCode = later.code(author);
        if (code < 0 || laterCode < 0) {
            return code == laterCode;
        }
        return spellings.dictionary().texts().isSame(code, later.dictionary().texts(), laterCode);
    }

    private static Set<String> words(IndexSnapshot index, int author) {
        Set<String> words = new HashSet<>();
        if (!index.authors().ids().isDeleted(author)) {
            keys(index, author).forEach(key -> words.addAll(split(key)));
        }
        return words;
    }

    private static List<String> keys(IndexSnapshot index, int author) {
        String key = Folding.key(index.authors().names().get(author));
        String others = index.spellings().get(author);
        if (others == null) {
            return List.of(key);
        }
        List<String> keys = new ArrayList<>(List.of(others.split(DictionaryColumn.SEPARATOR, -1)));
        keys.add(key);
        return keys;
    }

    private static List<String> split(String key) {
        return Arrays.stream(key.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .toList();
    }

    private static byte[] encoded(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    // ---- queries

    /** Returns the snapshot whose authors the names are of. */
    public IndexSnapshot index() {
        return index;
    }

    /**
     * Returns the authors whose spellings have all words of a name, the last one as a prefix: those with exactly that name
     * first, then by number of papers, then in the order of folded names.
     */
    public int[] named(String name) {
        String key = Folding.key(name);
        List<String> typed = split(key);
        List<WordPattern> patterns = new ArrayList<>();
        typed.forEach(word -> patterns.add(WordPattern.whole(encoded(word))));
        if (patterns.isEmpty()) {
            return new int[0];
        }
        BitSet exact = matching(patterns);
        for (int author : exact.stream().toArray()) {
            exact.set(author, keys(index, author).contains(key));
        }
        patterns.set(patterns.size() - 1, WordPattern.prefix(encoded(typed.getLast())));
        return ranked(matching(patterns), exact);
    }

    /**
     * Returns the authors whose names are similar to a name that no author has: one edit is allowed in words of four letters
     * and more, two from eight on; initials match names and names initials, except for the longest word. In the order of
     * {@link #named}.
     */
    public int[] alike(String name) {
        List<String> typed = split(Folding.key(name));
        String longest =
                typed.stream().max(Comparator.comparingInt(String::length)).orElse("");
        if (SearchText.edits(longest) == 0) {
            return new int[0];
        }
        return ranked(
                matching(typed.stream()
                        .map(word -> WordPattern.fuzzy(word, !word.equals(longest)))
                        .toList()),
                new BitSet());
    }

    private BitSet matching(List<WordPattern> patterns) {
        BitSet all = new BitSet();
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            BitSet withWord = new BitSet(index.authors().count());
            patterns.get(pattern).forEach(words, word -> {
                int[] row = authorsOfWords.array(word);
                for (int i = authorsOfWords.from(word), end = i + authorsOfWords.size(word); i < end; i++) {
                    withWord.set(row[i]);
                }
            });
            if (pattern == 0) {
                all = withWord;
            } else {
                all.and(withWord);
            }
        }
        for (Int2ObjectMap.Entry<List<byte[]>> entry : renamed.int2ObjectEntrySet()) {
            all.set(
                    entry.getIntKey(),
                    patterns.stream()
                            .allMatch(wanted -> entry.getValue().stream().anyMatch(wanted::matches)));
        }
        return all;
    }

    private int[] ranked(BitSet found, BitSet exact) {
        int[] ranked = found.stream().toArray();
        NodeSet authors = index.authors();
        IntArrays.quickSort(ranked, (a, b) -> {
            int byName = Boolean.compare(exact.get(b), exact.get(a));
            int byPapers = byName != 0
                    ? byName
                    : Integer.compare(authors.papers().size(b), authors.papers().size(a));
            return byPapers != 0 ? byPapers : Integer.compare(authors.rank()[a], authors.rank()[b]);
        });
        return ranked;
    }
}
