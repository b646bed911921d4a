package org.invisiblecollege.ingest.record;

import org.jspecify.annotations.Nullable;

/**
 * Says that a source has withdrawn one of its records.
 *
 * @param kind of the record
 * @param recordId of the withdrawn record
 * @param replacedBy the record it was merged into; null where it was deleted
 */
public record Withdrawal(
        Kind kind, String recordId, @Nullable String replacedBy) implements IngestRecord {

    /** The kinds of record that can be withdrawn. */
    public enum Kind {
        PAPER,
        PERSON,
        ORGANISATION
    }
}
