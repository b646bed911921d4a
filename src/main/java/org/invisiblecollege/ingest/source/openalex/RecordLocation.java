package org.invisiblecollege.ingest.source.openalex;

import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity stands.
 *
 * @param file name of the file
 * @param line where it begins, from 1
 */
record RecordLocation(String file, int line, RecordSink sink) {

    /** Rejects what stands here. */
    void reject(String code, @Nullable String value) {
        // The value goes where the records go, so it must be as clean.
        sink.reject(new Rejection(code, file, line, FieldText.clean(String.valueOf(value))));
    }
}
