package org.invisiblecollege.ingest.source.tagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;

/** Keeps which fields a source reports, each of them once, and whether they are used. */
final class FieldSink implements RecordSink {

    private final KeptRecords kept;
    private final Map<String, Boolean> fields;

    FieldSink(KeptRecords kept, Map<String, Boolean> fields) {
        this.kept = kept;
        this.fields = fields;
    }

    @Override
    public void accept(IngestRecord record) {
        kept.accept(record);
    }

    @Override
    public void reject(Rejection rejection) {
        kept.reject(rejection);
    }

    @Override
    public void warn(Warning warning) {
        kept.warn(warning);
    }

    @Override
    public void skip(String code) {
        kept.skip(code);
    }

    @Override
    public void progress(long bytesRead) {
        kept.progress(bytesRead);
    }

    @Override
    public void field(String name, boolean isUsed) {
        assertThat(fields.put(name, isUsed)).isNull();
    }
}
