package org.invisiblecollege.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.springframework.stereotype.Repository;

/** Says how the authors of the graph were disambiguated, as their sources record it. */
@Repository
public class NamesInWords {

    private static final CypherFile NAME_TREATMENTS = CypherFile.of(NamesInWords.class, "name-treatments");
    private static final String NOT_RECORDED = "by rules that were not recorded";

    private final Graph graph;

    NamesInWords(Graph graph) {
        this.graph = graph;
    }

    /** Returns a sentence; empty for a graph without papers. */
    public String sentence() {
        Map<String, List<String>> sources = new TreeMap<>();
        graph.list(
                NAME_TREATMENTS,
                Map.of(),
                row -> sources.computeIfAbsent(inWords(Columns.strings(row, "treatments")), none -> new ArrayList<>())
                        .add(row.get("source").asString()));
        return sources.isEmpty()
                ? ""
                : sources.entrySet().stream()
                        .map(each -> each.getKey() + " (" + String.join(", ", each.getValue()) + ")")
                        .collect(Collectors.joining("; ", "Authors are disambiguated ", "."));
    }

    private static String inWords(List<String> treatments) {
        return treatments.isEmpty()
                ? NOT_RECORDED
                : treatments.stream().map(NamesInWords::inWords).collect(Collectors.joining(", later "));
    }

    private static String inWords(String treatment) {
        for (NameTreatment each : NameTreatment.values()) {
            if (each.name().equals(treatment)) {
                return switch (each) {
                    case TOGETHER -> "by ids, else one person a name";
                    case RELUCTANT -> "by ids, else names are split where there is little evidence of one person";
                    case BALANCED -> "by ids, else names are split where several people are more likely";
                };
            }
        }
        return "by ids";
    }
}
