package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;

/** Keeps what a source reads. */
public final class KeptRecords implements RecordSink {

    public final List<PaperRecord> papers = new ArrayList<>();
    public final List<IngestRecord> others = new ArrayList<>();
    public final List<Rejection> rejections = new ArrayList<>();
    public final List<Warning> warnings = new ArrayList<>();
    public final List<String> skipped = new ArrayList<>();
    public long bytesRead;

    /** Everything a source reads. */
    public static KeptRecords of(RecordSource source) throws IOException {
        KeptRecords kept = new KeptRecords();
        source.read(kept);
        return kept;
    }

    @Override
    public void accept(IngestRecord record) {
        if (record instanceof PaperRecord paper) {
            papers.add(paper);
        } else {
            others.add(record);
        }
    }

    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    @Override
    public void warn(Warning warning) {
        warnings.add(warning);
    }

    @Override
    public void skip(String code) {
        skipped.add(code);
    }

    @Override
    public void progress(long bytes) {
        assertThat(bytes).isGreaterThanOrEqualTo(bytesRead);
        bytesRead = bytes;
    }

    public List<String> ids() {
        return papers.stream().map(PaperRecord::recordId).toList();
    }

    /** The codes of all warnings. */
    public List<String> warned() {
        return warnings.stream().map(Warning::code).toList();
    }

    /** The only record, of which nothing was rejected or doubtful. */
    public PaperRecord only() {
        assertThat(rejections).isEmpty();
        assertThat(warnings).isEmpty();
        assertThat(papers).hasSize(1);
        return papers.getFirst();
    }
}
