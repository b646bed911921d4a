package org.invisiblecollege.ingest.topics;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.TopicMatcher;

/** The vocabularies of the graph whose labels are matched in texts: the bundled one, those of users, and mined terms. */
public final class LoadedVocabularies {

    private static final CypherFile MATCHED_TOPICS = CypherFile.of(LoadedVocabularies.class, "matched-topics");

    private final Graph graph;

    public LoadedVocabularies(Graph graph) {
        this.graph = graph;
    }

    /** Returns a matcher for each scheme, of the concepts that a predicate accepts. */
    public List<TopicMatcher> matchers(Predicate<Concept> filter) {
        List<Concept> concepts = graph.list(
                MATCHED_TOPICS,
                Map.of(),
                row -> new Concept(
                        row.get("id").asString(),
                        row.get("scheme").asString(),
                        row.get("label").asString(),
                        Columns.strings(row, "altLabels"),
                        Columns.strings(row, "hiddenLabels"),
                        List.of(),
                        List.of(),
                        null,
                        true));
        return Vocabulary.of(concepts.stream().filter(filter).toList()).matchers();
    }
}
