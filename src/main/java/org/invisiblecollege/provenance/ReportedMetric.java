package org.invisiblecollege.provenance;

import org.jspecify.annotations.Nullable;

/**
 * A metric that a source reports about an author or a paper; never mixed with computed ones.
 *
 * @param name as the source calls it
 * @param value as the source states it, without thousands separators and units
 * @param source name of the source
 * @param observedOn ISO 8601 date; null if the source does not state it
 */
public record ReportedMetric(
        String name, String value, String source, @Nullable String observedOn) {}
