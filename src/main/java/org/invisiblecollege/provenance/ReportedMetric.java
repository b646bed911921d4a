package org.invisiblecollege.provenance;

import org.jspecify.annotations.Nullable;

/**
 * What a source says about an author or a paper; never mixed with what is computed.
 *
 * @param name as the source calls it
 * @param value as the source states it, thousands separators and units removed
 * @param source name of the source
 * @param observedOn ISO 8601 date; null where the source does not say
 */
public record ReportedMetric(
        String name, String value, String source, @Nullable String observedOn) {}
