package org.invisiblecollege.provenance;

/**
 * A record that says something about a node.
 *
 * @param source name of the source
 * @param recordId the source's own id or the place of the record
 * @param at when it was first loaded, ISO 8601 with UTC
 */
public record SourceRecord(String source, String recordId, String at) {}
