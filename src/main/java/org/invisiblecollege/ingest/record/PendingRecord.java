package org.invisiblecollege.ingest.record;

import org.invisiblecollege.text.AbstractFingerprint;

/** A record known by its abstract's fingerprint alone. */
public record PendingRecord(String id, String source, String recordId, AbstractFingerprint fingerprint) {

    public static PendingRecord of(String source, String recordId, AbstractFingerprint fingerprint) {
        return new PendingRecord("pending:" + Ids.hash(source + " " + recordId), source, recordId, fingerprint);
    }
}
