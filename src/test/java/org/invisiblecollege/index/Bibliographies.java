package org.invisiblecollege.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/** Small bibliographies for tests: drawn at random, put into an index, and read out of it again in plain form. */
public final class Bibliographies {

    private Bibliographies() {}

    /** People a0, a1, … whose names fold to different keys, some of them beyond ASCII. */
    public static NodeRow person(int number) {
        return person(
                number,
                List.of("Ärla", "Bo", "Çem", "Dí", "Éa", "Fu", "Ĝo", "Ha").get(number % 8) + " P" + number);
    }

    /** Someone by another name. */
    public static NodeRow person(int number, String name) {
        return new NodeRow("author:a" + number, name, Folding.key(name), null, List.of());
    }

    /** Topics t0, t1, …, each below the one with half its number. */
    public static NodeRow topic(int number) {
        return new NodeRow(
                "topic:t" + number,
                "Topic " + number,
                "topic " + number,
                number % 2 == 0 ? "even" : "odd",
                number == 0 ? List.of() : List.of("topic:t" + number / 2));
    }

    /** Organisations o0, o1, … */
    public static NodeRow organisation(int number) {
        return new NodeRow(
                "organisation:o" + number, "Org " + number, "org " + number, number % 2 == 0 ? "AA" : "BB", List.of());
    }

    /** A paper by some people on some topics. */
    public static PaperRow paper(int number, @Nullable Integer year, List<Integer> topics, Integer... people) {
        return new PaperRow(
                "paper:p" + number,
                year,
                null,
                people.length,
                true,
                null,
                null,
                List.of(),
                List.of(people).stream().map(each -> "author:a" + each).toList(),
                List.of(),
                topics.stream().map(each -> "topic:t" + each).toList(),
                topics.stream().map(each -> 0).toList());
    }

    /** A paper by some of so many people. */
    public static Arbitrary<PaperRow> paper(int number, int people) {
        return Combinators.combine(
                        Arbitraries.integers().between(2000, 2005).injectNull(0.2),
                        Arbitraries.integers().between(1, 12).injectNull(0.7),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, people - 1).set().ofMaxSize(6),
                        Arbitraries.integers().between(0, 5).set().ofMaxSize(3),
                        Arbitraries.integers().between(0, 3).set().ofMaxSize(2),
                        Arbitraries.of("V1", "V2").injectNull(0.3),
                        Arbitraries.of("x", "y", "z").set().ofMaxSize(2))
                .as((year, stated, complete, authors, topics, organisations, venue, categories) -> new PaperRow(
                        "paper:p" + number,
                        year,
                        stated,
                        authors.size(),
                        complete,
                        venue,
                        null,
                        List.copyOf(categories),
                        authors.stream().map(each -> "author:a" + each).toList(),
                        organisations.stream()
                                .map(each -> "organisation:o" + each)
                                .toList(),
                        topics.stream().map(each -> "topic:t" + each).toList(),
                        topics.stream().map(each -> each % 3).toList()));
    }

    /** Papers p0, p1, … */
    public static Arbitrary<List<PaperRow>> papers(int most, int people) {
        return Arbitraries.integers().between(0, most).flatMap(count -> {
            Arbitrary<List<PaperRow>> all = Arbitraries.just(List.of());
            for (int number = 0; number < count; number++) {
                Arbitrary<PaperRow> next = paper(number, people);
                all = all.flatMap(before -> next.map(paper -> {
                    List<PaperRow> more = new ArrayList<>(before);
                    more.add(paper);
                    return more;
                }));
            }
            return all;
        });
    }

    /** An index of some people and papers, with all topics and organisations that papers may name. */
    public static IndexSnapshot index(List<NodeRow> people, List<PaperRow> papers) {
        IndexBuilder builder = new IndexBuilder();
        Comparator<NodeRow> byName = Comparator.comparing(NodeRow::nameKey).thenComparing(NodeRow::id);
        people.stream().sorted(byName).forEach(builder::author);
        IntStream.range(0, 4).mapToObj(Bibliographies::organisation).forEach(builder::organisation);
        IntStream.range(0, 6).mapToObj(Bibliographies::topic).forEach(builder::topic);
        papers.forEach(builder::paper);
        return builder.build(1, "then");
    }

    /** All that an index knows, by ids, so that two with other numbers can be compared. */
    public static Map<String, Object> contents(IndexSnapshot index) {
        Map<String, Object> all = new TreeMap<>();
        PaperTable papers = index.papers();
        for (int paper = 0; paper < papers.count(); paper++) {
            if (papers.has(paper, PaperTable.PRESENT)) {
                all.put(
                        papers.ids().get(paper),
                        List.of(
                                papers.years()[paper],
                                (int) papers.authorCounts()[paper],
                                papers.flags()[paper],
                                String.valueOf(papers.venues().get(paper)),
                                String.valueOf(papers.categories().get(paper)),
                                ids(index.authors(), paper),
                                ids(index.organisations(), paper),
                                ids(index.topics(), paper)));
            }
        }
        all.put("authors", units(index.authors(), papers, null));
        all.put("organisations", units(index.organisations(), papers, index.countries()));
        all.put("topics", units(index.topics(), papers, index.schemes()));
        Map<String, Object> broader = new TreeMap<>();
        for (int topic = 0; topic < index.topics().count(); topic++) {
            broader.put(
                    index.topics().ids().get(topic),
                    IntStream.of(index.broader().get(topic))
                            .mapToObj(index.topics().ids()::get)
                            .toList());
        }
        all.put("broader", broader);
        return all;
    }

    private static Set<String> ids(Nodes units, int paper) {
        int bits = units instanceof TopicSet ? 12 : 0;
        TreeSet<String> ids = new TreeSet<>();
        for (int value : units.ofPapers().get(paper)) {
            ids.add(units.ids().get(value >>> bits) + " " + (value & ((1 << bits) - 1)));
        }
        return ids;
    }

    /** In the order of names, each with its papers as seen from its side. */
    private static Map<String, Object> units(Nodes units, PaperTable papers, @Nullable DictionaryColumn groups) {
        int bits = units instanceof TopicSet ? 2 : 0;
        Map<Integer, Integer> byRank = new TreeMap<>();
        for (int unit = 0; unit < units.count(); unit++) {
            byRank.put(units.rank()[unit], unit);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        byRank.values().forEach(unit -> {
            if (!units.ids().isDeleted(unit)) {
                TreeSet<String> theirs = new TreeSet<>();
                for (int value : units.papers().get(unit)) {
                    theirs.add(papers.ids().get(value >>> bits) + " " + (value & ((1 << bits) - 1)));
                }
                all.put(
                        units.ids().get(unit),
                        List.of(
                                units.names().get(unit),
                                theirs,
                                groups == null ? "" : String.valueOf(groups.get(unit))));
            }
        });
        // A list, since maps compare without order.
        return Map.of("inOrder", new ArrayList<>(all.entrySet()));
    }
}
