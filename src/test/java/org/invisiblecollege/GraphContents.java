package org.invisiblecollege;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/**
 * All nodes and edges of a graph as lines that can be compared: without the times of loading, the book-keeping of runs and
 * versions, and the order in which records came.
 */
public final class GraphContents {

    private static final Set<String> BOOK_KEEPING =
            Set.of("IngestRun", "GraphVersion", "GraphChange", "ApiKey", "__Neo4jMigration");
    private static final Set<String> TIMES = Set.of("at", "loadedAt", "lastLoaded", "retiredAt");

    private GraphContents() {}

    /** Sorted lines. */
    public static List<String> of(Driver driver) {
        List<String> lines = new ArrayList<>();
        try (var session = driver.session()) {
            session.run("MATCH (n) RETURN labels(n) AS labels, properties(n) AS says")
                    .forEachRemaining(row -> add(node(row), lines));
            session.run("""
                            MATCH (a)-[r]->(b)
                            RETURN a.id AS a, type(r) AS type, properties(r) AS says, b.id AS b""").forEachRemaining(row -> add(edge(row), lines));
        }
        lines.sort(null);
        return lines;
    }

    private static void add(String line, List<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    private static String node(Record row) {
        List<Object> labels = row.get("labels").asList();
        return labels.stream().anyMatch(BOOK_KEEPING::contains)
                ? ""
                : labels + " " + says(row.get("says").asMap());
    }

    private static String edge(Record row) {
        return row.get("a").isNull()
                ? ""
                : row.get("a").asString() + " " + row.get("type").asString() + " "
                        + row.get("b").asString() + " "
                        + says(row.get("says").asMap());
    }

    private static String says(Map<String, Object> properties) {
        Map<String, Object> says = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (!TIMES.contains(name)) {
                says.put(name, plain(value));
            }
        });
        return says.toString();
    }

    /** Sums of fractions depend on their order in the last digits; so do lists of what was seen. */
    private static Object plain(Object value) {
        if (value instanceof Double number) {
            return "%.9f".formatted(number);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).sorted().toList();
        }
        return value;
    }
}
