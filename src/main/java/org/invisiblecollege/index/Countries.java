package org.invisiblecollege.index;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.text.Folding;

/**
 * The countries of organisations as nodes of their own: a paper is from the countries of its organisations.
 *
 * @param nodes named in English
 */
public record Countries(NodeSet nodes) {

    /** Prefix of a country's id, before its ISO 3166-1 alpha-2 code. */
    public static final String KIND = "country:";

    /** Returns the countries of a snapshot, computed once. */
    public static NodeSet of(IndexSnapshot snapshot) {
        return snapshot.derived(Countries.class, Countries::compute).nodes;
    }

    private static Countries compute(IndexSnapshot snapshot) {
        StringDictionary codes = snapshot.countries().dictionary();
        StringPool.Builder ids = new StringPool.Builder();
        StringPool.Builder names = new StringPool.Builder();
        DictionaryColumn.Builder otherKeys = new DictionaryColumn.Builder();
        for (int country = 0; country < codes.count(); country++) {
            otherKeys.add(null);
            ids.add(KIND + codes.get(country));
            names.add(name(codes.get(country)));
        }
        StringPool allNames = names.build();
        IntCsr ofPapers = ofPapers(snapshot);
        return new Countries(new NodeSet(
                StringDictionary.of(ids.build()),
                allNames,
                otherKeys.build(),
                rank(codes, allNames),
                ofPapers.transposed(codes.count()),
                ofPapers));
    }

    private static int[] rank(StringDictionary codes, StringPool names) {
        int[] order = IntStream.range(0, codes.count())
                .boxed()
                .sorted(Comparator.comparing((Integer country) -> Folding.key(names.get(country)))
                        .thenComparing(country -> codes.get(country)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[order.length];
        for (int position = 0; position < order.length; position++) {
            rank[order[position]] = position;
        }
        return rank;
    }

    private static IntCsr ofPapers(IndexSnapshot snapshot) {
        DictionaryColumn countries = snapshot.countries();
        IntCsr organisations = snapshot.organisations().ofPapers();
        IntCsr.Builder rows = new IntCsr.Builder();
        Cancellation cancellation = Cancellation.current();
        for (int paper = 0; paper < snapshot.papers().count(); paper++) {
            cancellation.check(paper);
            rows.add(IntStream.of(organisations.get(paper))
                    .map(countries::code)
                    .filter(country -> country >= 0)
                    .sorted()
                    .distinct()
                    .toArray());
        }
        return rows.build();
    }

    private static String name(String code) {
        String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }
}
