package org.invisiblecollege.ingest;

import java.util.Map;

/**
 * What a load did.
 *
 * @param records taken
 * @param skipped what was passed over as no paper, counted by code
 * @param rejected what could not be taken, counted by code
 * @param millis it took
 */
public record IngestReport(int records, Map<String, Integer> skipped, Map<String, Integer> rejected, long millis) {}
