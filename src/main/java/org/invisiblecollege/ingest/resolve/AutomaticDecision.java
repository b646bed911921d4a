package org.invisiblecollege.ingest.resolve;

import java.util.List;

/**
 * A decision made during a load: that keys of one source are one person, or that people whose names fit are not.
 *
 * @param authors ids: one for a merge, two for a refusal
 * @param names as written
 * @param evidence in words
 * @param score the evidence divided by the evidence required; 1 or more suffices
 * @param method name and version of the rule
 */
public record AutomaticDecision(
        Kind kind, List<String> authors, List<String> names, List<String> evidence, double score, String method) {

    /** The kind of decision. */
    public enum Kind {
        MERGE,
        REFUSAL
    }
}
