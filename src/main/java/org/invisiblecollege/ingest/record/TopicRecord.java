package org.invisiblecollege.ingest.record;

import org.invisiblecollege.topic.Concept;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the source's own vocabulary.
 *
 * @param recordId unique in the source
 * @param concept its labels and its position in the vocabulary
 * @param isOfWholeScheme whether the source gives all of the concept's scheme, so that a concept which it does not give has been removed
 * @param termhood of a mined topic; null for others
 */
public record TopicRecord(
        String recordId,
        Concept concept,
        boolean isOfWholeScheme,
        @Nullable Termhood termhood) implements IngestRecord {

    /**
     * Measures how much a phrase is a term.
     *
     * @param cValue by which mined terms are ranked
     * @param papers in which it occurs
     */
    public record Termhood(double cValue, int papers) {}

    /** Creates a topic of a vocabulary that was not mined. */
    public TopicRecord(String recordId, Concept concept, boolean isOfWholeScheme) {
        this(recordId, concept, isOfWholeScheme, null);
    }
}
