package org.invisiblecollege.ingest.record;

import org.invisiblecollege.text.ShingleSketch;

/** A record of which only its abstract's fingerprint is known. */
public record PendingRecord(String id, String source, String recordId, ShingleSketch fingerprint) {

    public static PendingRecord of(String source, String recordId, ShingleSketch fingerprint) {
        return new PendingRecord("pending:" + MintedIds.hash(source + " " + recordId), source, recordId, fingerprint);
    }
}
