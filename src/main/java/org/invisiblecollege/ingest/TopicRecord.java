package org.invisiblecollege.ingest;

import org.invisiblecollege.topic.Concept;

/**
 * A topic of the source's own vocabulary.
 *
 * @param recordId unique in the source
 * @param concept its labels and its place in the vocabulary
 * @param isOfWholeScheme whether the source gives all of the concept's scheme, so that what it does not give is no more
 */
public record TopicRecord(String recordId, Concept concept, boolean isOfWholeScheme) implements SourceRecord {}
