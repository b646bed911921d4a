package org.invisiblecollege.graphql;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.index.IndexBuilder;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeRow;
import org.invisiblecollege.index.PaperRow;

/** Questions that would take many seconds each, and what a service needs for them. */
final class LongWork {

    /** All of 2,000 authors wrote each of 2,000 papers, so a walk over them takes 8,000,000,000 steps. */
    static final String WALK = "{ collaborationNetwork(input: {within: {categories: [\"walk\"]}, minPapers: 2,"
            + " maxAuthorsPerPaper: null, maxNodes: 10, maxEdges: 10}) { nodes { depth } totals { edgesReached } } }";

    /** A layout of 1,000 nodes visits up to 300,000,000 pairs. */
    static final String LAYOUT = "{ collaborationNetwork(input: {within: {categories: [\"layout\"]}, maxNodes: 1000,"
            + " maxEdges: 5000}) { nodes { position { x y } } } }";

    /** A file has positions too. */
    static final String FILE = LAYOUT.replaceFirst("nodes.*", "exportUrl(format: GEXF) } }");

    /** Each of 500 papers shares 700 references with 700 others, so the database finds 245,000,000 pairs. */
    static final String STATEMENT =
            "{ papers(filter: {categories: [\"citing\"]}, first: 500) { nodes { relatedPapers(first: 1) { score } } } }";

    /** Property of a service that may take long for anyone. */
    static final String ANY_COST = "--college.graphql.max-cost.reader=2000000000";

    /** The service publishes its own index again and again otherwise. */
    static final String OWN_INDEX = "--college.index.poll-interval=1d";

    private static final int PEOPLE = 2_000;
    private static final int CITING = 700;

    private LongWork() {}

    /** Gives a service an index of its own, and papers that cite all the same. */
    static void prepare(OwnStore store) {
        IndexBuilder index = new IndexBuilder();
        IntStream.range(0, PEOPLE)
                .mapToObj(LongWork::author)
                .map(id -> new NodeRow(id, id, id, List.of(), null, List.of()))
                .forEach(index::author);
        List<String> everyone =
                IntStream.range(0, PEOPLE).mapToObj(LongWork::author).toList();
        IntStream.range(0, PEOPLE).forEach(paper -> index.paper(paper("walk", paper, everyone)));
        IntStream.range(0, 1_000)
                .forEach(paper -> index.paper(paper(
                        "layout",
                        paper,
                        IntStream.of(paper, (paper + 1) % 1_000, (paper * 37 + 11) % 1_000)
                                .distinct()
                                .mapToObj(LongWork::author)
                                .toList())));
        IntStream.range(0, CITING).forEach(paper -> index.paper(paper("citing", paper, List.of())));
        LiveIndex live = store.bean(LiveIndex.class);
        live.publish(index.build(live.current().version(), live.current().at()));
        store.count("""
                UNWIND range(0, %d) AS number
                CREATE (cited:Paper {id: 'paper:cited' + number})
                WITH collect(cited) AS cited
                UNWIND range(0, %d) AS number
                CREATE (p:Paper {id: 'paper:citing' + number, title: 'Citing', isRetracted: false, authorsComplete: true})
                WITH p, cited
                UNWIND cited AS each
                CREATE (p)-[:CITES]->(each)
                RETURN count(*) AS n""".formatted(CITING - 1, CITING - 1));
    }

    private static String author(int number) {
        return String.format(Locale.ROOT, "author:a%04d", number);
    }

    private static PaperRow paper(String category, int number, List<String> authors) {
        return new PaperRow(
                "paper:" + category + number,
                new PaperRow.Publication(category + number, 2020, "2020", null, null, List.of(category)),
                new PaperRow.AuthorList(authors, null, authors.size(), true),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
