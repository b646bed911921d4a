package org.invisiblecollege.curation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.text.Folding;

/** Keeps the spellings that curators hid out of texts. */
final class HiddenNames {

    private static final CypherFile HIDDEN_NAMES = CypherFile.of(HiddenNames.class, "hidden-names");

    /** The name to show by each hidden spelling, as written and folded. */
    private final Map<String, String> shown = new HashMap<>();

    /** @param byHidden name that the author is shown under, by each hidden spelling */
    HiddenNames(Map<String, String> byHidden) {
        byHidden.forEach((hidden, name) -> {
            shown.put(hidden, name);
            shown.put(Folding.key(hidden), name);
        });
    }

    /** Reads them. */
    static HiddenNames read(Graph graph) {
        return new HiddenNames(graph.byKey(
                HIDDEN_NAMES, Map.of(), "hidden", row -> row.get("name").asString()));
    }

    /** Returns the names that are not hidden. */
    List<String> without(List<String> names) {
        return names.stream().filter(name -> !shown.containsKey(name)).toList();
    }

    /** Returns texts that name everyone as they are shown. */
    List<String> replacedIn(List<String> texts) {
        return texts.stream().map(this::replacedIn).toList();
    }

    private String replacedIn(String text) {
        String replaced = text;
        for (Map.Entry<String, String> each : shown.entrySet()) {
            replaced = replaced.replace(each.getKey(), each.getValue());
        }
        return replaced;
    }
}
