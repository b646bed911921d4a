package org.invisiblecollege.paper;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.text.ShingleSketch;
import org.springframework.stereotype.Repository;

/** Compares papers by what only the graph knows of them: their references and their abstracts. */
@Repository
public class PaperSimilarities {

    private static final CypherFile COUPLED_OF_MANY = CypherFile.of(PaperSimilarities.class, "coupled-of-many");
    private static final CypherFile FINGERPRINTS = CypherFile.of(PaperSimilarities.class, "fingerprints");

    private final Graph graph;

    PaperSimilarities(Graph graph) {
        this.graph = graph;
    }

    /**
     * A paper with references in common with another (bibliographic coupling).
     *
     * @param of id of the paper asked about
     * @param paper id of the paper found
     * @param shared number of papers that both cite
     * @param cited number of papers that the first cites
     * @param citedByOther number of papers that the other cites
     */
    public record Coupling(String of, String paper, int shared, int cited, int citedByOther) {}

    /** Returns the papers that share references with some papers, by the ids of these. */
    public Map<String, List<Coupling>> coupled(Collection<String> papers) {
        return graph.lists(
                COUPLED_OF_MANY,
                Map.of("ids", papers),
                "of",
                row -> new Coupling(
                        row.get("of").asString(),
                        row.get("id").asString(),
                        row.get("shared").asInt(),
                        row.get("cited").asInt(),
                        row.get("citedByOther").asInt()));
    }

    /**
     * Returns how much the abstracts of some papers have in common with those of others, by id and the other's id: the
     * estimated share of the shorter abstract's three-word shingles that the other one has too. Papers without an abstract
     * are left out.
     */
    public Map<String, Map<String, Double>> ofAbstracts(Map<String, List<String>> others) {
        Set<String> ids = new HashSet<>(others.keySet());
        others.values().forEach(ids::addAll);
        Map<String, ShingleSketch> sketches = graph.byKey(
                FINGERPRINTS,
                Map.of("ids", ids),
                "id",
                row -> ShingleSketch.decoded(row.get("fingerprint").asString()));
        Map<String, Map<String, Double>> similarities = new HashMap<>();
        Cancellation cancellation = Cancellation.current();
        others.forEach((id, compared) -> {
            cancellation.check();
            ShingleSketch sketch = sketches.get(id);
            if (sketch != null) {
                Map<String, Double> byOther = new HashMap<>();
                compared.forEach(other -> {
                    ShingleSketch otherSketch = sketches.get(other);
                    if (otherSketch != null) {
                        byOther.put(other, sketch.containment(otherSketch));
                    }
                });
                similarities.put(id, byOther);
            }
        });
        return similarities;
    }
}
