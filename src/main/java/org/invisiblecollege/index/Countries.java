package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.invisiblecollege.text.Folding;

/**
 * The countries of organisations as nodes of their own: a paper is from the countries of its organisations.
 *
 * @param nodes named in English
 */
public record Countries(NodeSet nodes) {

    /** What the id of a country starts with; its ISO 3166-1 alpha-2 code follows. */
    public static final String KIND = "country:";

    /** Returns the countries of a snapshot, computed once. */
    public static NodeSet of(IndexSnapshot snapshot) {
        return snapshot.derived(Countries.class, Countries::compute).nodes;
    }

    private static Countries compute(IndexSnapshot index) {
        DictionaryColumn countries = index.countries();
        StringDictionary codes = countries.dictionary();
        StringPool.Builder ids = new StringPool.Builder();
        StringPool.Builder names = new StringPool.Builder();
        for (int country = 0; country < codes.count(); country++) {
            ids.add(KIND + codes.get(country));
            names.add(name(codes.get(country)));
        }
        StringPool allNames = names.build();
        int[] rank = new int[codes.count()];
        int[] order = IntStream.range(0, rank.length)
                .boxed()
                .sorted(Comparator.comparing((Integer country) -> Folding.key(allNames.get(country)))
                        .thenComparing(country -> codes.get(country)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = 0; place < order.length; place++) {
            rank[order[place]] = place;
        }
        IntCsr.Builder rows = new IntCsr.Builder();
        NodeSet organisations = index.organisations();
        for (int paper = 0; paper < index.papers().count(); paper++) {
            IntOpenHashSet some = new IntOpenHashSet();
            for (int organisation : organisations.ofPapers().get(paper)) {
                if (countries.code(organisation) >= 0) {
                    some.add(countries.code(organisation));
                }
            }
            int[] row = some.toIntArray();
            Arrays.sort(row);
            rows.add(row);
        }
        IntCsr ofPapers = rows.build();
        return new Countries(new NodeSet(
                StringDictionary.of(ids.build()),
                allNames,
                rank,
                ofPapers.transposed(rank.length, 0, 0),
                ofPapers,
                0,
                0));
    }

    private static String name(String code) {
        String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }
}
