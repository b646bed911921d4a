package org.invisiblecollege.provenance;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/** Reads which sources say what. */
@Repository
public class Sources {

    private static final CypherFile RECORDS_OF_MANY = CypherFile.of(Sources.class, "records-of-many");
    private static final CypherFile REPORTED_METRICS_OF_MANY = CypherFile.of(Sources.class, "reported-metrics-of-many");

    private static final CypherFile RECORDS_OF_PAPERS = CypherFile.of(Sources.class, "records-of-papers");

    private final Graph graph;

    Sources(Graph graph) {
        this.graph = graph;
    }

    /** Returns the source records of authors, papers and organisations, by id. */
    public Map<String, List<SourceRecord>> records(Collection<String> ids) {
        return graph.lists(RECORDS_OF_MANY, Map.of("ids", ids), "of", Sources::record);
    }

    /**
     * Returns the source records by which a paper has something, such as an author or a topic.
     *
     * @param paper returns the id of the paper
     * @param records returns the records as source id, space and record id; none if the paper has one record only. Records
     *     that the paper no longer has are left out
     */
    public <T> Map<T, List<SourceRecord>> recordsOf(
            Collection<T> items, Function<T, String> paper, Function<T, List<String>> records) {
        Set<String> papers = items.stream().map(paper).collect(Collectors.toSet());
        Map<String, List<KeyedRecord>> known = papers.isEmpty()
                ? Map.of()
                : graph.lists(
                        RECORDS_OF_PAPERS,
                        Map.of("ids", papers),
                        "of",
                        row -> new KeyedRecord(row.get("key").asString(), record(row)));
        Map<T, List<SourceRecord>> found = new HashMap<>();
        for (T item : items) {
            Set<String> keys = Set.copyOf(records.apply(item));
            List<KeyedRecord> ofPaper = known.getOrDefault(paper.apply(item), List.of());
            boolean isOnly = keys.isEmpty() && ofPaper.size() == 1;
            found.put(
                    item,
                    ofPaper.stream()
                            .filter(record -> isOnly || keys.contains(record.key))
                            .map(KeyedRecord::record)
                            .toList());
        }
        return found;
    }

    private record KeyedRecord(String key, SourceRecord record) {}

    private static SourceRecord record(Record row) {
        return new SourceRecord(
                row.get("source").asString(),
                row.get("recordId").asString(),
                row.get("at").asString());
    }

    /** Returns the reported metrics of authors and papers, by id. */
    public Map<String, List<ReportedMetric>> reportedMetrics(Collection<String> ids) {
        return graph.lists(
                REPORTED_METRICS_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> new ReportedMetric(
                        row.get("name").asString(),
                        row.get("value").asString(),
                        row.get("source").asString(),
                        row.get("observedOn").asString(null)));
    }
}
