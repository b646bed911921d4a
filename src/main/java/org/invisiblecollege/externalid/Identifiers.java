package org.invisiblecollege.externalid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.springframework.stereotype.Repository;

/** Resolves external and retired ids to ids of the graph. Thread-safe. */
@Repository
public class Identifiers {

    private static final CypherFile NODES_OF_EXTERNAL_IDS = CypherFile.of(Identifiers.class, "nodes-of-external-ids");

    private static final CypherFile SURVIVORS = CypherFile.of(Identifiers.class, "survivors");

    private final Graph graph;

    Identifiers(Graph graph) {
        this.graph = graph;
    }

    /**
     * Resolves ids in one statement, or without any if all are the graph's own.
     *
     * @param requested the graph's own ids, which are returned as they are whether they exist or not, and external ids as
     *     {@link ExternalId#of(String)} parses them
     * @return ids of the graph by requested id; ids that match no node, or several, are left out
     */
    public Map<String, String> resolve(Collection<String> requested) {
        Map<String, String> resolved = new HashMap<>();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String id : new LinkedHashSet<>(requested)) {
            if (isOwn(id)) {
                resolved.put(id, id);
            } else {
                ExternalId.of(id)
                        .ifPresent(external -> rows.add(
                                Map.of("requested", id, "scheme", external.scheme(), "value", external.value())));
            }
        }
        if (!rows.isEmpty()) {
            resolved.putAll(graph.byKey(
                    NODES_OF_EXTERNAL_IDS,
                    Map.of("rows", rows),
                    "requested",
                    row -> row.get("id").asString()));
        }
        return resolved;
    }

    /**
     * Returns what retired nodes were merged into.
     *
     * @param retired ids of the graph under which no node was found
     * @return ids of the surviving nodes by retired id; ids that never existed or were deleted are left out
     */
    public Map<String, String> survivors(Collection<String> retired) {
        return graph.byKey(
                SURVIVORS,
                Map.of("ids", retired),
                "retired",
                row -> row.get("id").asString());
    }

    private static boolean isOwn(String id) {
        int end = id.indexOf(':');
        return end > 0 && ExternalId.OWN_PREFIXES.contains(id.substring(0, end));
    }
}
