package org.invisiblecollege.ingest.record;

import org.invisiblecollege.topic.Concept;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the source's own vocabulary.
 *
 * @param recordId unique in the source
 * @param concept its labels and its place in the vocabulary
 * @param isOfWholeScheme whether the source gives all of the concept's scheme, so that what it does not give is no more
 * @param termhood of a topic that was mined; null for others
 */
public record TopicRecord(
        String recordId,
        Concept concept,
        boolean isOfWholeScheme,
        @Nullable Termhood termhood) implements IngestRecord {

    /**
     * How much of a term a phrase is.
     *
     * @param cValue by which mined terms are ranked
     * @param papers in which it stands
     */
    public record Termhood(double cValue, int papers) {}

    /** A topic that somebody put into a vocabulary. */
    public TopicRecord(String recordId, Concept concept, boolean isOfWholeScheme) {
        this(recordId, concept, isOfWholeScheme, null);
    }
}
