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
 * People by the folded words of all their spellings. Immutable: {@link #following} shares what names did not change and keeps
 * the people with new names beside it, until they are many.
 */
public final class NameIndex {

    private static final int MAX_RENAMED = 2_000;
    private static final int MAX_WORDS = 32;

    private final IndexSnapshot index;
    /** The names that {@link #words} were taken from. */
    private final StringPool names;

    private final DictionaryColumn spellings;
    /** In the order of their bytes. */
    private final StringPool words;

    private final IntCsr people;
    /** Words of those whose names are not what they were; none of those who are gone. */
    private final Int2ObjectMap<List<byte[]>> renamed;

    private NameIndex(
            IndexSnapshot index,
            StringPool names,
            DictionaryColumn spellings,
            StringPool words,
            IntCsr people,
            Int2ObjectMap<List<byte[]>> renamed) {
        this.index = index;
        this.names = names;
        this.spellings = spellings;
        this.words = words;
        this.people = people;
        this.renamed = renamed;
    }

    // ---- making

    static NameIndex of(IndexSnapshot index) {
        Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
        IntCsr.Builder ofPeople = new IntCsr.Builder();
        for (int person = 0; person < index.authors().count(); person++) {
            ofPeople.add(words(index, person).stream()
                    .mapToInt(word -> numbers.computeIfAbsent(word, (String each) -> numbers.size()))
                    .toArray());
        }
        List<byte[]> sorted = new ArrayList<>();
        numbers.keySet().forEach(word -> sorted.add(encoded(word)));
        sorted.sort(Arrays::compareUnsigned);
        int[] places = new int[sorted.size()];
        StringPool.Builder words = new StringPool.Builder();
        for (int place = 0; place < places.length; place++) {
            String word = new String(sorted.get(place), StandardCharsets.UTF_8);
            places[numbers.getInt(word)] = place;
            words.add(word);
        }
        IntCsr rows = ofPeople.build();
        int[] values = rows.values();
        Arrays.setAll(values, i -> places[values[i]]);
        return new NameIndex(
                index,
                index.authors().names(),
                index.spellings(),
                words.build(),
                rows.transposed(places.length, 0, 0),
                new Int2ObjectOpenHashMap<>());
    }

    /** The same for a later version. */
    NameIndex following(IndexSnapshot later) {
        if (later.authors().count() < names.count()) {
            return of(later);
        }
        int most = Math.max(MAX_RENAMED, names.count() / 8);
        Int2ObjectMap<List<byte[]>> changed = new Int2ObjectOpenHashMap<>();
        StringPool laterNames = later.authors().names();
        for (int person = 0; person < later.authors().count(); person++) {
            boolean isSame = person < names.count()
                    && !later.authors().ids().isGone(person)
                    && names.isSame(person, laterNames, person)
                    && isSpelledTheSame(person, later.spellings());
            if (!isSame) {
                changed.put(
                        person,
                        words(later, person).stream().map(NameIndex::encoded).toList());
                if (changed.size() > most) {
                    return of(later);
                }
            }
        }
        return new NameIndex(later, names, spellings, words, people, changed);
    }

    private boolean isSpelledTheSame(int person, DictionaryColumn later) {
        int one = spellings.code(person);
        int other = later.code(person);
        if (one < 0 || other < 0) {
            return one == other;
        }
        return spellings.dictionary().texts().isSame(one, later.dictionary().texts(), other);
    }

    private static Set<String> words(IndexSnapshot index, int person) {
        Set<String> words = new HashSet<>();
        if (!index.authors().ids().isGone(person)) {
            keys(index, person).forEach(key -> words.addAll(split(key)));
        }
        return words;
    }

    private static List<String> keys(IndexSnapshot index, int person) {
        String key = Folding.key(index.authors().names().get(person));
        String others = index.spellings().get(person);
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

    // ---- asking

    /** The index whose people it tells. */
    public IndexSnapshot index() {
        return index;
    }

    /**
     * People whose spellings have all words of a name, the last one perhaps unfinished: those with that very name first, then
     * by number of papers, then in the order of folded names.
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
        for (int person : exact.stream().toArray()) {
            exact.set(person, keys(index, person).contains(key));
        }
        patterns.set(patterns.size() - 1, WordPattern.prefix(encoded(typed.getLast())));
        return ranked(matching(patterns), exact);
    }

    /**
     * People whose names are like one, for a name that nobody has: one wrong letter in words of four letters and more, two from
     * eight on, initials for names and names for initials but for the longest word. In the order of {@link #named}.
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
        for (int i = 0; i < patterns.size(); i++) {
            BitSet some = new BitSet(index.authors().count());
            patterns.get(i).forEach(words, word -> {
                int[] row = people.array(word);
                for (int at = people.from(word), end = at + people.size(word); at < end; at++) {
                    some.set(row[at]);
                }
            });
            if (i == 0) {
                all = some;
            } else {
                all.and(some);
            }
        }
        for (Int2ObjectMap.Entry<List<byte[]>> entry : renamed.int2ObjectEntrySet()) {
            all.set(
                    entry.getIntKey(),
                    patterns.stream()
                            .allMatch(pattern -> entry.getValue().stream().anyMatch(pattern::matches)));
        }
        return all;
    }

    private int[] ranked(BitSet found, BitSet exact) {
        int[] people = found.stream().toArray();
        NodeSet authors = index.authors();
        IntArrays.quickSort(people, (a, b) -> {
            int byName = Boolean.compare(exact.get(b), exact.get(a));
            int byPapers = byName != 0
                    ? byName
                    : Integer.compare(authors.papers().size(b), authors.papers().size(a));
            return byPapers != 0 ? byPapers : Integer.compare(authors.rank()[a], authors.rank()[b]);
        });
        return people;
    }
}
