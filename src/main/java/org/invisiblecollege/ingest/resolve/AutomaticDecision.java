package org.invisiblecollege.ingest.resolve;

import java.util.List;

/**
 * Why keys of one source were taken for one person, or names that fit were not.
 *
 * @param authors ids: one of a merge, two of a refusal
 * @param names as written
 * @param evidence in words
 * @param score the evidence over what it takes; 1 and more is enough
 */
public record AutomaticDecision(
        Kind kind, List<String> authors, List<String> names, List<String> evidence, double score) {

    /** What was decided. */
    public enum Kind {
        MERGE,
        REFUSAL
    }
}
