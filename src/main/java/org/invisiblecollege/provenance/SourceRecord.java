package org.invisiblecollege.provenance;

/**
 * A record of a source about a paper, author or organisation.
 *
 * @param source name of the source
 * @param recordId the source's own id or the location of the record
 * @param at time of the first load, ISO 8601 with UTC
 */
public record SourceRecord(String source, String recordId, String at) {}
