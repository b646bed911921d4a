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

/** Looks up who said what. */
@Repository
public class Sources {

    private static final CypherFile RECORDS_OF_MANY = CypherFile.of(Sources.class, "records-of-many");
    private static final CypherFile REPORTED_METRICS_OF_MANY = CypherFile.of(Sources.class, "reported-metrics-of-many");

    private static final CypherFile RECORDS_OF_PAPERS = CypherFile.of(Sources.class, "records-of-papers");

    private final Graph graph;

    Sources(Graph graph) {
        this.graph = graph;
    }

    /** The source records of authors, papers and organisations, by id. */
    public Map<String, List<SourceRecord>> records(Collection<String> ids) {
        return graph.lists(RECORDS_OF_MANY, Map.of("ids", ids), "of", Sources::record);
    }

    /**
     * The source records that say that a paper has something, such as an author or a topic.
     *
     * @param paper id of the paper of each
     * @param records the records of each, as source id, space and record id, none where it goes without saying because the
     *     paper has only one; those the paper itself does not have any more are left out
     */
    public <T> Map<T, List<SourceRecord>> recordsOf(
            Collection<T> things, Function<T, String> paper, Function<T, List<String>> records) {
        Set<String> papers = things.stream().map(paper).collect(Collectors.toSet());
        Map<String, List<Keyed>> known = papers.isEmpty()
                ? Map.of()
                : graph.lists(
                        RECORDS_OF_PAPERS,
                        Map.of("ids", papers),
                        "of",
                        row -> new Keyed(row.get("key").asString(), record(row)));
        Map<T, List<SourceRecord>> found = new HashMap<>();
        for (T each : things) {
            Set<String> said = Set.copyOf(records.apply(each));
            List<Keyed> ofPaper = known.getOrDefault(paper.apply(each), List.of());
            boolean isOnly = said.isEmpty() && ofPaper.size() == 1;
            found.put(
                    each,
                    ofPaper.stream()
                            .filter(record -> isOnly || said.contains(record.key))
                            .map(Keyed::record)
                            .toList());
        }
        return found;
    }

    private record Keyed(String key, SourceRecord record) {}

    private static SourceRecord record(Record row) {
        return new SourceRecord(
                row.get("source").asString(),
                row.get("recordId").asString(),
                row.get("at").asString());
    }

    /** The reported metrics of authors and papers, by id. */
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
