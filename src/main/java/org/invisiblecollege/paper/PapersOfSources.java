package org.invisiblecollege.paper;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.IndexSnapshot;

/**
 * The papers of sources in the order of their records, which the database reads and sorts once for each version of the graph:
 * a page of a source of 100,000 records would take seconds otherwise. Thread-safe.
 */
final class PapersOfSources {

    private static final CypherFile OF_SOURCES = CypherFile.of(PapersOfSources.class, "of-sources");

    private final IndexSnapshot snapshot;
    private final Map<String, int[]> known = new HashMap<>();

    private PapersOfSources(IndexSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    static PapersOfSources at(IndexSnapshot snapshot) {
        return snapshot.derived(PapersOfSources.class, PapersOfSources::new);
    }

    /** Returns the ordinals of papers by source id; nothing for a source that there is not. */
    synchronized Map<String, int[]> of(Graph graph, Collection<String> sources) {
        List<String> missing =
                sources.stream().filter(source -> !known.containsKey(source)).toList();
        if (!missing.isEmpty()) {
            Map<String, List<Integer>> read = graph.lists(
                    OF_SOURCES,
                    Map.of("ids", missing),
                    "of",
                    row -> snapshot.papers().ids().find(row.get("paper").asString()));
            // Papers that were written since are in the next version.
            read.forEach((source, papers) -> known.put(
                    source,
                    papers.stream()
                            .mapToInt(Integer::intValue)
                            .filter(paper -> paper >= 0)
                            .toArray()));
        }
        return Map.copyOf(known);
    }
}
