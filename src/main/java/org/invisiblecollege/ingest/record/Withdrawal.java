package org.invisiblecollege.ingest.record;

import org.jspecify.annotations.Nullable;

/**
 * A source says that one of its records is no more.
 *
 * @param kind of what
 * @param recordId of the record that is gone
 * @param replacedBy the record it was merged into; null where it was deleted
 */
public record Withdrawal(
        Kind kind, String recordId, @Nullable String replacedBy) implements IngestRecord {

    /** What can be withdrawn. */
    public enum Kind {
        PAPER,
        PERSON,
        ORGANISATION
    }
}
