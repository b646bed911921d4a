package org.invisiblecollege.embedded;

import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.embedded.NodeNumbers.Kind;
import org.invisiblecollege.index.PaperRow;
import org.neo4j.internal.kernel.api.NodeCursor;

/** Reads the papers in the order of the store. */
final class PaperScan {

    private static final String[] NAMES = {
        "id", "titleKey", "year", "publishedOn", "citationCount", "authorCount", "authorsComplete", "type", "categories"
    };

    private final StoreCursors store;
    private final NodeCursor nodes;
    private final EntityProperties properties;
    private final NodeNumbers numbers;
    private final EdgeScan edges;

    /** A paper, whose row names no nodes. */
    record Numbered(int number, PaperRow row) {}

    PaperScan(StoreCursors store, NodeCursor nodes, NodeNumbers numbers, EdgeScan edges) {
        this.store = store;
        this.nodes = nodes;
        this.properties = store.properties(NAMES);
        this.numbers = numbers;
        this.edges = edges;
    }

    /** Returns the next papers, none after the last. */
    List<Numbered> next(int most) {
        List<Numbered> papers = new ArrayList<>(most);
        while (papers.size() < most && store.next(nodes)) {
            int number = numbers.of(nodes.nodeReference(), Kind.PAPER);
            if (number >= 0) {
                properties.read(nodes);
                String id = properties.text(0);
                if (id != null) {
                    papers.add(new Numbered(number, row(id, number)));
                }
            }
        }
        return papers;
    }

    private PaperRow row(String id, int number) {
        String title = properties.text(1);
        return new PaperRow(
                id,
                new PaperRow.Publication(
                        title == null ? "" : title,
                        properties.integer(2),
                        properties.text(3),
                        properties.integer(4),
                        properties.text(7),
                        properties.texts(8)),
                new PaperRow.AuthorList(List.of(), properties.integer(5), edges.listed(number), properties.isTrue(6)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                edges.records(number));
    }
}
