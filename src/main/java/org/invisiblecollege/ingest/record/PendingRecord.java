package org.invisiblecollege.ingest.record;

import org.invisiblecollege.text.ShingleSketch;

/** A record known by its abstract's fingerprint alone. */
public record PendingRecord(String id, String source, String recordId, ShingleSketch fingerprint) {

    public static PendingRecord of(String source, String recordId, ShingleSketch fingerprint) {
        return new PendingRecord("pending:" + MintedIds.hash(source + " " + recordId), source, recordId, fingerprint);
    }
}
