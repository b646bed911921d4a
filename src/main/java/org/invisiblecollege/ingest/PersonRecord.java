package org.invisiblecollege.ingest;

import java.util.Map;

/**
 * What one source says about one person.
 *
 * @param recordId unique in the source
 * @param name as written
 * @param reported facts the source states, value by name
 */
public record PersonRecord(String recordId, String name, Map<String, String> reported) {}
