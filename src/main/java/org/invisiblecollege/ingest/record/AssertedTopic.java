package org.invisiblecollege.ingest.record;

/**
 * A topic that a source gives a paper.
 *
 * @param scheme its vocabulary, such as {@code openalex}
 * @param localId its id in that vocabulary
 * @param label as the source writes it
 * @param score 0 to 1, as the source states it; 1 where it states none
 */
public record AssertedTopic(String scheme, String localId, String label, double score) {}
