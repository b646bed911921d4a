package org.invisiblecollege.curation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** The edges that are derived from who wrote what, computed from the AUTHORED_BY edges alone, and those the graph has. */
final class DerivedEdges {

    private static final int MAX_AUTHORS = 100;

    /** What two have in common, or an author and an organisation. */
    private static final class Joint {

        private int papers;
        private double fractional;
        private @Nullable Integer first;
        private @Nullable Integer last;

        private void add(@Nullable Integer year, double share) {
            papers++;
            fractional += share;
            if (year != null) {
                first = first == null ? year : Math.min(first, year);
                last = last == null ? year : Math.max(last, year);
            }
        }

        @Override
        public String toString() {
            return line(papers, fractional, first, last);
        }
    }

    private DerivedEdges() {}

    private static String line(int papers, double fractional, @Nullable Integer first, @Nullable Integer last) {
        return "%d %.9f %s %s".formatted(papers, fractional, first, last);
    }

    /** The edges as they should be: both ends, number of papers, sum of 1/(n - 1), first and last year. */
    static Map<String, String> expected(List<Record> mentions) {
        Map<String, Joint> edges = new TreeMap<>();
        mentions.stream()
                .collect(Collectors.groupingBy(mention -> mention.get("paper").asString()))
                .values()
                .forEach(paper -> {
                    Integer year = integer(paper.getFirst(), "year");
                    for (Record mention : paper) {
                        if (isShown(mention)) {
                            for (Object organisation :
                                    Set.copyOf(mention.get("organisations").asList())) {
                                edge(edges, mention.get("author").asString(), organisation.toString())
                                        .add(year, 0);
                            }
                        }
                    }
                    Integer stated = integer(paper.getFirst(), "authorCount");
                    int n = stated == null ? paper.size() : Math.max(stated, paper.size());
                    if (n <= MAX_AUTHORS) {
                        TreeSet<String> authors = new TreeSet<>();
                        paper.stream()
                                .filter(DerivedEdges::isShown)
                                .forEach(mention ->
                                        authors.add(mention.get("author").asString()));
                        for (String one : authors) {
                            for (String other : authors.tailSet(one, false)) {
                                edge(edges, one, other).add(year, 1.0 / (n - 1));
                            }
                        }
                    }
                });
        Map<String, String> lines = new TreeMap<>();
        edges.forEach((ends, joint) -> lines.put(ends, joint.toString()));
        return lines;
    }

    private static boolean isShown(Record mention) {
        return mention.get("label").asString().equals("Author");
    }

    private static Joint edge(Map<String, Joint> edges, String one, String other) {
        return edges.computeIfAbsent(one + " " + other, missing -> new Joint());
    }

    private static @Nullable Integer integer(Record row, String name) {
        return row.get(name).isNull() ? null : row.get(name).asInt();
    }

    /** All mentions: paper, year, authorCount, author, label, position, stated, organisations. */
    static List<Record> mentions(Driver driver) {
        return driver.executableQuery("""
                        MATCH (p:Paper)-[r:AUTHORED_BY]->(a)
                        RETURN p.id AS paper, p.year AS year, p.authorCount AS authorCount, a.id AS author, labels(a)[0] AS label,
                               r.position AS position, r.statedAuthor AS stated, coalesce(r.organisations, []) AS organisations
                        """).execute().records();
    }

    /** The edges as the graph has them; an edge that is there twice is two lines. */
    static Map<String, String> stored(Driver driver) {
        Map<String, String> lines = new TreeMap<>();
        driver.executableQuery("""
                        MATCH (a:Author)-[edge:CO_AUTHOR|AFFILIATED_WITH]->(b)
                        RETURN a.id + ' ' + b.id AS ends, edge.papers AS papers, coalesce(edge.fractional, 0.0) AS fractional,
                               edge.firstYear AS first, edge.lastYear AS last
                        """)
                .execute()
                .records()
                .forEach(row -> lines.merge(
                        row.get("ends").asString(),
                        line(
                                row.get("papers").asInt(),
                                row.get("fractional").asDouble(),
                                integer(row, "first"),
                                integer(row, "last")),
                        (one, other) -> one + " and " + other));
        return lines;
    }
}
