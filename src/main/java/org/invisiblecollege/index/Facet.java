package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A property of papers with few distinct values, such as the type; a paper may have several. Immutable.
 *
 * @param values the distinct values; an ordinal of one is called a code
 * @param papers ordinals of the papers with each value, in ascending order
 * @param ofPapers codes of each paper, in ascending order
 */
public record Facet(StringDictionary values, IntCsr papers, IntCsr ofPapers) {

    /** Returns the values of a paper. */
    List<String> get(int paper) {
        return IntStream.of(ofPapers.get(paper)).mapToObj(values::get).toList();
    }

    /** Returns the values of {@code count} papers, of which some are replaced; new ones that are not given have none. */
    Facet with(int count, Int2ObjectMap<List<String>> changed) {
        DictionaryUpdate newValues = new DictionaryUpdate(values);
        Int2ObjectMap<int[]> rows = new Int2ObjectOpenHashMap<>();
        changed.int2ObjectEntrySet()
                .forEach(entry -> rows.put(entry.getIntKey(), codes(entry.getValue(), newValues::code)));
        return new Facet(
                newValues.build(),
                papers.with(newValues.count(), Transposition.changes(papers, ofPapers, rows, 0, 0)),
                ofPapers.with(count, rows));
    }

    private static int[] codes(List<String> ofPaper, ToIntFunction<String> code) {
        return ofPaper.stream()
                .filter(value -> !value.isEmpty())
                .mapToInt(code)
                .sorted()
                .distinct()
                .toArray();
    }

    long bytes() {
        return values.bytes() + papers.bytes() + ofPapers.bytes();
    }

    /** Collects the values of papers in order. */
    static final class Builder {

        private final GrowingDictionary values = new GrowingDictionary();
        private final IntCsr.Builder ofPapers = new IntCsr.Builder();

        void add(List<String> ofPaper) {
            ofPapers.add(codes(ofPaper, values::code));
        }

        Facet build() {
            IntCsr rows = ofPapers.build();
            StringDictionary dictionary = values.build();
            return new Facet(dictionary, rows.transposed(dictionary.count()), rows);
        }
    }
}
