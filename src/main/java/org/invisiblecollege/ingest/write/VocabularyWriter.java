package org.invisiblecollege.ingest.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.ingest.record.TopicRecord.Termhood;
import org.invisiblecollege.ingest.write.GraphRows.TopicRow;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.topic.Concept;
import org.jspecify.annotations.Nullable;

/** Writes topics with their hierarchy and associations. */
public final class VocabularyWriter {

    private static final int BATCH = 1_000;

    private static final CypherFile MERGE_TOPICS = CypherFile.of(VocabularyWriter.class, "merge-topics");
    private static final CypherFile MERGE_BROADER_TOPICS =
            CypherFile.of(VocabularyWriter.class, "merge-broader-topics");
    private static final CypherFile MERGE_RELATED_TOPICS =
            CypherFile.of(VocabularyWriter.class, "merge-related-topics");

    private final VersionedGraph versions;

    /** Ids of two topics, of which the second is broader. */
    record BroaderRow(String narrower, String broader) {}

    /** Ids of two associated topics, the smaller one first. */
    record RelatedRow(String left, String right) {}

    public VocabularyWriter(VersionedGraph versions) {
        this.versions = versions;
    }

    public void write(List<Concept> concepts) {
        write(MERGE_TOPICS, rows(concepts), TopicRow::id);
        writeLinks(concepts);
    }

    /** Writes topics of a source without their links, which may lead to a topic that comes later. */
    public void writeTopics(List<TopicRecord> topics) {
        write(
                MERGE_TOPICS,
                topics.stream()
                        .map(topic -> row(topic.concept(), topic.termhood()))
                        .toList(),
                TopicRow::id);
    }

    /** Writes hierarchy and associations between topics that are in the graph. */
    public void writeLinks(List<Concept> concepts) {
        write(MERGE_BROADER_TOPICS, broader(concepts), BroaderRow::narrower);
        write(MERGE_RELATED_TOPICS, related(concepts), RelatedRow::left);
    }

    private <R extends Record> void write(CypherFile statement, List<R> rows, Function<R, String> touched) {
        for (List<R> batch : RowBatches.of(rows, BATCH)) {
            versions.write(
                    TouchedIds.topics(batch.stream().map(touched).distinct().toList()),
                    transaction -> transaction.rows(statement, batch));
        }
    }

    static List<TopicRow> rows(List<Concept> concepts) {
        return concepts.stream().map(concept -> row(concept, null)).toList();
    }

    private static TopicRow row(Concept concept, @Nullable Termhood termhood) {
        String key = Folding.key(concept.label());
        Set<String> keys = new LinkedHashSet<>();
        keys.add(key);
        concept.altLabels().forEach(label -> keys.add(Folding.key(label)));
        return new TopicRow(
                concept.id(),
                concept.label(),
                key,
                List.copyOf(keys),
                concept.altLabels().isEmpty() ? null : concept.altLabels(),
                concept.hiddenLabels().isEmpty() ? null : concept.hiddenLabels(),
                concept.scheme(),
                concept.scopeNote(),
                concept.isMatched(),
                termhood == null ? null : termhood.cValue(),
                termhood == null ? null : termhood.papers());
    }

    static List<BroaderRow> broader(List<Concept> concepts) {
        return concepts.stream()
                .flatMap(concept -> concept.broader().stream().map(broader -> new BroaderRow(concept.id(), broader)))
                .distinct()
                .toList();
    }

    /** Returns a row for each pair, whether one topic declares the association or both. */
    static List<RelatedRow> related(List<Concept> concepts) {
        return concepts.stream()
                .flatMap(concept -> concept.related().stream()
                        .map(related -> concept.id().compareTo(related) < 0
                                ? new RelatedRow(concept.id(), related)
                                : new RelatedRow(related, concept.id())))
                .distinct()
                .toList();
    }
}
