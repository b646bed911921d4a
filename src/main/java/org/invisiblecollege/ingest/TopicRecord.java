package org.invisiblecollege.ingest;

import org.invisiblecollege.topic.Concept;

/**
 * A topic of the source's own vocabulary.
 *
 * @param recordId unique in the source
 * @param concept its labels and its place in the vocabulary
 */
public record TopicRecord(String recordId, Concept concept) implements SourceRecord {}
