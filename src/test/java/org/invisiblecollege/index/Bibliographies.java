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

/** Small bibliographies for tests: random ones, snapshots of them, and their contents in plain form. */
public final class Bibliographies {

    private Bibliographies() {}

    /** Returns one of the authors a0, a1, … whose names fold to distinct keys; some names are not ASCII. */
    public static NodeRow person(int number) {
        return person(
                number,
                List.of("Ärla", "Bo", "Çem", "Dí", "Éa", "Fu", "Ĝo", "Ha").get(number % 8) + " P" + number);
    }

    /** Returns an author with another name. */
    public static NodeRow person(int number, String name) {
        return new NodeRow("author:a" + number, name, Folding.key(name), List.of(), null, List.of());
    }

    /** Returns one of the topics t0, t1, …, each below the one with half its number. */
    public static NodeRow topic(int number) {
        return new NodeRow(
                "topic:t" + number,
                "Topic " + number,
                "topic " + number,
                List.of(),
                number % 2 == 0 ? "even" : "odd",
                number == 0 ? List.of() : List.of("topic:t" + number / 2));
    }

    /** Returns one of the organisations o0, o1, … */
    public static NodeRow organisation(int number) {
        return new NodeRow(
                "organisation:o" + number,
                "Org " + number,
                "org " + number,
                List.of(),
                number % 2 == 0 ? "AA" : "BB",
                List.of());
    }

    /** Returns the venue number n, with an acronym. */
    static NodeRow venue(int number) {
        return new NodeRow(
                "venue:v" + number, "Venue " + number, "venue " + number, List.of("v" + number), null, List.of());
    }

    /** Returns a publication of which only title and year are known. */
    public static PaperRow.Publication publication(String titleKey, @Nullable Integer year) {
        return new PaperRow.Publication(titleKey, year, year == null ? null : year.toString(), null, null, List.of());
    }

    /** Returns a paper of which only the title is known. */
    static PaperRow titled(int number, String titleKey) {
        return new PaperRow(
                "paper:p" + number,
                publication(titleKey, null),
                new PaperRow.AuthorList(List.of(), null, 0, true),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Returns random publications whose titles have a few words, some of them beginnings of others. */
    private static Arbitrary<PaperRow.Publication> publications() {
        return Combinators.combine(
                        Arbitraries.of("net", "network", "net work", "graph", "of", "éa")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        Arbitraries.integers().between(2000, 2005).injectNull(0.2),
                        Arbitraries.of("", "-03", "-03-09", "-11-30"),
                        Arbitraries.of(0, 1, 2, 3, 7, 8, 900).injectNull(0.3),
                        Arbitraries.of("article", "book").injectNull(0.3),
                        Arbitraries.of("x", "y", "z").set().ofMaxSize(2))
                .as((words, year, day, citations, type, categories) -> new PaperRow.Publication(
                        String.join(" ", words),
                        year,
                        year == null ? null : year + day,
                        citations,
                        type,
                        List.copyOf(categories)));
    }

    /** Returns random records in two sources, some of them with numbers at the end. */
    private static Arbitrary<List<PaperRow.SourceRecord>> records() {
        return Combinators.combine(
                        Arbitraries.of("source:a", "source:b"),
                        Arbitraries.of("f:", "g:", "f:x", "", "é:"),
                        Arbitraries.of("1", "2", "10", "002", "x", "1x", ""))
                .as((source, prefix, end) -> new PaperRow.SourceRecord(source, prefix + end))
                .list()
                .ofMaxSize(3);
    }

    /** Returns a paper by some authors on some asserted topics. */
    public static PaperRow paper(int number, @Nullable Integer year, List<Integer> topics, Integer... people) {
        return new PaperRow(
                "paper:p" + number,
                publication("paper " + number, year),
                new PaperRow.AuthorList(
                        List.of(people).stream().map(each -> "author:a" + each).toList(), null, people.length, true),
                List.of(),
                List.of(),
                topics.stream().map(each -> "topic:t" + each).toList(),
                topics.stream().map(each -> 0).toList(),
                List.of());
    }

    /** Returns random papers by some of so many authors. */
    public static Arbitrary<PaperRow> paper(int number, int people) {
        return Combinators.combine(
                        publications(),
                        Arbitraries.integers().between(1, 12).injectNull(0.7),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, people - 1).set().ofMaxSize(6),
                        Arbitraries.integers().between(0, 5).set().ofMaxSize(3),
                        Arbitraries.integers().between(0, 3).set().ofMaxSize(2),
                        Arbitraries.integers().between(0, 2).set().ofMaxSize(2),
                        records())
                .as((publication, stated, complete, authors, topics, organisations, venues, records) -> new PaperRow(
                        "paper:p" + number,
                        publication,
                        new PaperRow.AuthorList(
                                authors.stream().map(each -> "author:a" + each).toList(),
                                stated,
                                authors.size(),
                                complete),
                        organisations.stream()
                                .map(each -> "organisation:o" + each)
                                .toList(),
                        venues.stream().map(each -> "venue:v" + each).toList(),
                        topics.stream().map(each -> "topic:t" + each).toList(),
                        topics.stream().map(each -> each % 3).toList(),
                        records));
    }

    /** Returns random lists of papers p0, p1, … */
    public static Arbitrary<List<PaperRow>> papers(int maxPapers, int people) {
        return Arbitraries.integers().between(0, maxPapers).flatMap(count -> {
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

    /** Returns a snapshot of some authors and papers, with all topics and organisations that papers may link to. */
    public static IndexSnapshot index(List<NodeRow> people, List<PaperRow> papers) {
        IndexBuilder builder = new IndexBuilder();
        Comparator<NodeRow> byName = Comparator.comparing(NodeRow::nameKey).thenComparing(NodeRow::id);
        people.stream().sorted(byName).forEach(builder::author);
        IntStream.range(0, 4).mapToObj(Bibliographies::organisation).forEach(builder::organisation);
        IntStream.range(0, 3).mapToObj(Bibliographies::venue).forEach(builder::venue);
        IntStream.range(0, 6).mapToObj(Bibliographies::topic).forEach(builder::topic);
        papers.forEach(builder::paper);
        return builder.build(1, "then");
    }

    /** Returns the contents of a snapshot by ids, so that snapshots with other ordinals can be compared. */
    public static Map<String, Object> contents(IndexSnapshot index) {
        Map<String, Object> all = new TreeMap<>();
        PaperTable papers = index.papers();
        for (int paper = 0; paper < papers.count(); paper++) {
            if (papers.has(paper, PaperTable.PRESENT)) {
                all.put(
                        papers.ids().get(paper),
                        List.of(
                                List.of(
                                        papers.years()[paper],
                                        papers.dates().days()[paper],
                                        papers.citations()[paper],
                                        (int) papers.authorCounts()[paper],
                                        papers.flags()[paper]),
                                papers.titles().get(paper),
                                papers.types().get(paper),
                                Set.copyOf(papers.categories().get(paper)),
                                ids(index.authors(), paper),
                                ids(index.organisations(), paper),
                                ids(index.venues(), paper),
                                ids(index.topics(), paper)));
            }
        }
        all.put("venues", nodes(index.venues(), papers, null));
        all.put("types", facet(papers.types(), papers));
        all.put("byTitle", present(papers, papers.titles().order()));
        all.put("byYear", rows(papers, papers.orders().byYear()));
        all.put("byCitations", rows(papers, papers.orders().byCitations()));
        all.put("words", words(papers));
        all.put("sources", sources(papers));
        all.put("authors", nodes(index.authors(), papers, null));
        all.put("organisations", nodes(index.organisations(), papers, index.countries()));
        all.put("topics", nodes(index.topics(), papers, index.schemes()));
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

    private static Map<String, Set<String>> facet(Facet facet, PaperTable papers) {
        Map<String, Set<String>> byValue = new TreeMap<>();
        for (int code = 0; code < facet.values().count(); code++) {
            if (facet.papers().size(code) > 0) {
                byValue.put(
                        facet.values().get(code),
                        new TreeSet<>(present(papers, facet.papers().get(code))));
            }
        }
        return byValue;
    }

    /** Returns the papers of the sources that have any, in order. */
    private static Map<String, List<String>> sources(PaperTable papers) {
        Map<String, List<String>> sources = new TreeMap<>();
        for (int source = 0; source < papers.sources().sources().count(); source++) {
            if (papers.sources().papers(source).length > 0) {
                sources.put(
                        papers.sources().sources().get(source),
                        present(papers, papers.sources().papers(source)));
            }
        }
        return sources;
    }

    private static Map<String, Set<String>> words(PaperTable papers) {
        InvertedIndex words = papers.titles().words();
        Map<String, Set<String>> byWord = new TreeMap<>();
        for (int word = 0; word < words.words().count(); word++) {
            if (words.texts().size(word) > 0) {
                byWord.put(
                        words.words().get(word),
                        new TreeSet<>(present(papers, words.texts().get(word))));
            }
        }
        return byWord;
    }

    /** Returns the rows that are not empty, which are in the order of years or counts. */
    private static List<List<String>> rows(PaperTable papers, IntCsr rows) {
        return IntStream.range(0, rows.count())
                .mapToObj(row -> present(papers, rows.get(row)))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static List<String> present(PaperTable papers, int[] some) {
        return IntStream.of(some)
                .filter(paper -> papers.has(paper, PaperTable.PRESENT))
                .mapToObj(papers.ids()::get)
                .toList();
    }

    private static Set<String> ids(Nodes nodes, int paper) {
        int bits = nodes instanceof TopicSet ? 12 : 0;
        TreeSet<String> ids = new TreeSet<>();
        for (int value : nodes.ofPapers().get(paper)) {
            ids.add(nodes.ids().get(value >>> bits) + " " + (value & ((1 << bits) - 1)));
        }
        return ids;
    }

    /** Returns the nodes in the order of names, each with its papers as linked from its side. */
    private static Map<String, Object> nodes(Nodes nodes, PaperTable papers, @Nullable DictionaryColumn groups) {
        int bits = nodes instanceof TopicSet ? 2 : 0;
        Map<Integer, Integer> byRank = new TreeMap<>();
        for (int node = 0; node < nodes.count(); node++) {
            byRank.put(nodes.rank()[node], node);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        byRank.values().forEach(node -> {
            if (!nodes.ids().isDeleted(node)) {
                TreeSet<String> theirs = new TreeSet<>();
                for (int value : nodes.papers().get(node)) {
                    theirs.add(papers.ids().get(value >>> bits) + " " + (value & ((1 << bits) - 1)));
                }
                all.put(
                        nodes.ids().get(node),
                        List.of(
                                nodes.names().get(node),
                                String.valueOf(nodes.otherKeys().get(node)),
                                theirs,
                                groups == null ? "" : String.valueOf(groups.get(node))));
            }
        });
        // A list, since maps compare without order.
        return Map.of("inOrder", new ArrayList<>(all.entrySet()));
    }
}
