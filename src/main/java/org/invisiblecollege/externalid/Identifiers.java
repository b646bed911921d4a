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

/** Finds what is meant by an id, whoever gave it. */
@Repository
public class Identifiers {

    private static final CypherFile NODES_OF_EXTERNAL_IDS = CypherFile.of(Identifiers.class, "nodes-of-external-ids");

    private static final CypherFile SURVIVORS = CypherFile.of(Identifiers.class, "survivors");

    private final Graph graph;

    Identifiers(Graph graph) {
        this.graph = graph;
    }

    /**
     * The graph's own ids for some ids, in one statement, or none if all are its own.
     *
     * @param asked ids of the graph, which stay as they are whether they exist or not, and external ids as
     *     {@link ExternalId#of(String)} reads them
     * @return ids of the graph by what was asked; without what names nothing, or names several things and so none
     */
    public Map<String, String> resolve(Collection<String> asked) {
        Map<String, String> resolved = new HashMap<>();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String each : new LinkedHashSet<>(asked)) {
            if (isOwn(each)) {
                resolved.put(each, each);
            } else {
                ExternalId.of(each)
                        .ifPresent(id -> rows.add(Map.of("asked", each, "scheme", id.scheme(), "value", id.value())));
            }
        }
        if (!rows.isEmpty()) {
            resolved.putAll(graph.byKey(
                    NODES_OF_EXTERNAL_IDS,
                    Map.of("rows", rows),
                    "asked",
                    row -> row.get("id").asString()));
        }
        return resolved;
    }

    /**
     * What took the place of things that are no more.
     *
     * @param retired ids of the graph under which nothing was found
     * @return ids of what they were merged into; without those that were never there, or were deleted
     */
    public Map<String, String> survivors(Collection<String> retired) {
        return graph.byKey(
                SURVIVORS, Map.of("ids", retired), "asked", row -> row.get("id").asString());
    }

    private static boolean isOwn(String id) {
        int end = id.indexOf(':');
        return end > 0 && ExternalId.KINDS.contains(id.substring(0, end));
    }
}
