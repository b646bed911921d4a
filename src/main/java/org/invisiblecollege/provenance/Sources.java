package org.invisiblecollege.provenance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.springframework.stereotype.Repository;

/** Looks up who said what. */
@Repository
public class Sources {

    private static final CypherFile RECORDS_OF_MANY = CypherFile.of(Sources.class, "records-of-many");
    private static final CypherFile REPORTED_METRICS_OF_MANY = CypherFile.of(Sources.class, "reported-metrics-of-many");

    private final Graph graph;

    Sources(Graph graph) {
        this.graph = graph;
    }

    /** The source records of authors and papers, by id. */
    public Map<String, List<SourceRecord>> records(Collection<String> ids) {
        return graph.lists(
                RECORDS_OF_MANY,
                Map.of("ids", ids),
                "of",
                row -> new SourceRecord(
                        row.get("source").asString(),
                        row.get("recordId").asString(),
                        row.get("at").asString()));
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
