package org.invisiblecollege.ingest;

import org.invisiblecollege.identity.AbstractFingerprint;

/** A record known by its abstract's fingerprint alone. */
record PendingRecord(String id, String source, String recordId, AbstractFingerprint fingerprint) {

    static PendingRecord of(String source, String recordId, AbstractFingerprint fingerprint) {
        return new PendingRecord("pending:" + Ids.hash(source + " " + recordId), source, recordId, fingerprint);
    }
}
