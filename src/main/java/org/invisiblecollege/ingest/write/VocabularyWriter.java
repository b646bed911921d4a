package org.invisiblecollege.ingest.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.topic.Concept;

/** Writes concepts with their hierarchy and associations. */
public final class VocabularyWriter {

    private static final int BATCH = 1_000;

    private static final CypherFile MERGE_TOPICS = CypherFile.of(VocabularyWriter.class, "merge-topics");
    private static final CypherFile MERGE_BROADER_TOPICS =
            CypherFile.of(VocabularyWriter.class, "merge-broader-topics");
    private static final CypherFile MERGE_RELATED_TOPICS =
            CypherFile.of(VocabularyWriter.class, "merge-related-topics");

    private final VersionedGraph versions;

    public VocabularyWriter(VersionedGraph versions) {
        this.versions = versions;
    }

    public void write(List<Concept> concepts) {
        write(MERGE_TOPICS, rows(concepts), "id");
        writeLinks(concepts);
    }

    /** Writes topics of a source without what links them, which may lead to one that comes later. */
    public void writeTopics(List<TopicRecord> topics) {
        List<Map<String, Object>> rows =
                rows(topics.stream().map(TopicRecord::concept).toList());
        for (int i = 0; i < rows.size(); i++) {
            TopicRecord.Termhood termhood = topics.get(i).termhood();
            if (termhood != null) {
                rows.get(i).put("cValue", termhood.cValue());
                rows.get(i).put("papers", termhood.papers());
            }
        }
        write(MERGE_TOPICS, rows, "id");
    }

    /** Writes hierarchy and associations between topics that are there. */
    public void writeLinks(List<Concept> concepts) {
        write(MERGE_BROADER_TOPICS, broader(concepts), "narrower");
        write(MERGE_RELATED_TOPICS, related(concepts), "one");
    }

    private void write(CypherFile statement, List<Map<String, Object>> rows, String touched) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Map<String, Object>> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            versions.write(
                    TouchedIds.topics(batch.stream()
                            .map(row -> String.valueOf(row.get(touched)))
                            .distinct()
                            .toList()),
                    transaction -> transaction.rows(statement, batch));
        }
    }

    static List<Map<String, Object>> rows(List<Concept> concepts) {
        return concepts.stream()
                .map(concept -> {
                    Set<String> keys = new LinkedHashSet<>();
                    keys.add(Folding.key(concept.label()));
                    concept.altLabels().forEach(label -> keys.add(Folding.key(label)));
                    return GraphRows.row(
                            "id", concept.id(),
                            "label", concept.label(),
                            "labelKey", Folding.key(concept.label()),
                            "labelKeys", List.copyOf(keys),
                            "altLabels", concept.altLabels().isEmpty() ? null : concept.altLabels(),
                            "hiddenLabels", concept.hiddenLabels().isEmpty() ? null : concept.hiddenLabels(),
                            "scheme", concept.scheme(),
                            "scopeNote", concept.scopeNote(),
                            "isMatched", concept.isMatched());
                })
                .toList();
    }

    static List<Map<String, Object>> broader(List<Concept> concepts) {
        return concepts.stream()
                .flatMap(concept -> concept.broader().stream()
                        .map(broader -> GraphRows.row("narrower", concept.id(), "broader", broader)))
                .toList();
    }

    /** One row a pair, the smaller id first. */
    static List<Map<String, Object>> related(List<Concept> concepts) {
        return concepts.stream()
                .flatMap(concept -> concept.related().stream().map(related -> {
                    boolean inOrder = concept.id().compareTo(related) < 0;
                    return GraphRows.row(
                            "one", inOrder ? concept.id() : related, "other", inOrder ? related : concept.id());
                }))
                .distinct()
                .toList();
    }
}
