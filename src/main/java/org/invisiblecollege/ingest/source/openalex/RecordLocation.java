package org.invisiblecollege.ingest.source.openalex;

import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;

/**
 * The location of an entity.
 *
 * @param file name of the file
 * @param line in which it begins, from 1
 */
record RecordLocation(String file, int line, RecordSink sink) {

    /** Warns of a part of the entity that is not taken. */
    void warn(String code, @Nullable String value) {
        sink.warn(new Warning(code, file, line, FieldText.clean(String.valueOf(value))));
    }

    /** Returns an empty list of its authors. */
    ListedAuthors authors() {
        return new ListedAuthors(sink, file, line);
    }

    /** Rejects the entity or a part of it. */
    void reject(String code, @Nullable String value) {
        // The value is stored like those of records, so it is cleaned too.
        sink.reject(new Rejection(code, file, line, FieldText.clean(String.valueOf(value))));
    }
}
