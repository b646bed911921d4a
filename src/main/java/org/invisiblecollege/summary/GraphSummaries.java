package org.invisiblecollege.summary;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.springframework.stereotype.Repository;

/** Reads counts of the graph and its sources. */
@Repository
public class GraphSummaries {

    private static final CypherFile COUNT_EVERYTHING = CypherFile.of(GraphSummaries.class, "count-everything");
    private static final CypherFile LIST_SOURCES = CypherFile.of(GraphSummaries.class, "list-sources");

    private final Graph graph;

    GraphSummaries(Graph graph) {
        this.graph = graph;
    }

    /** Returns the current counts. */
    public GraphSummary now() {
        return graph.one(
                COUNT_EVERYTHING,
                Map.of(),
                row -> new GraphSummary(
                        row.get("papers").asInt(),
                        row.get("authors").asInt(),
                        row.get("organisations").asInt(),
                        row.get("venues").asInt(),
                        row.get("topics").asInt(),
                        row.get("coAuthorEdges").asInt(),
                        row.get("citations").asInt(),
                        row.get("pendingRecords").asInt()));
    }

    /** Returns all sources by name. */
    public List<SourceSummary> sources() {
        return graph.list(
                LIST_SOURCES,
                Map.of(),
                row -> new SourceSummary(
                        row.get("id").asString(),
                        row.get("name").asString(),
                        row.get("kind").asString(),
                        row.get("licence").asString(null),
                        row.get("attribution").asString(null),
                        row.get("records").asInt(),
                        row.get("lastLoaded").asString(null)));
    }

    /** Returns sources by their ids. */
    public Map<String, SourceSummary> byIds(Collection<String> ids) {
        return sources().stream()
                .filter(source -> ids.contains(source.id()))
                .collect(toMap(SourceSummary::id, source -> source));
    }
}
