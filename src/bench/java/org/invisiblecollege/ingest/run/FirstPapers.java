package org.invisiblecollege.ingest.run;

import java.io.IOException;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.record.Warning;

/** The first papers of a source, and when the first one came when it was last read. */
final class FirstPapers implements RecordSource {

    private final RecordSource source;
    private final int limit;
    private volatile long firstAt;

    FirstPapers(RecordSource source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /** As {@link System#nanoTime()} tells it. */
    long firstAt() {
        return firstAt;
    }

    @Override
    public SourceDescription description() {
        return source.description();
    }

    @Override
    public boolean identifiesPeople() {
        return source.identifiesPeople();
    }

    @Override
    public Schemes upkeep() {
        return source.upkeep();
    }

    @Override
    public long size() throws IOException {
        return source.size();
    }

    @Override
    public void read(RecordSink sink) throws IOException {
        firstAt = 0;
        try {
            source.read(new Counting(sink));
        } catch (Enough e) {
            // As if the source ended here.
        }
    }

    /** Ends the reading. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }

    private final class Counting implements RecordSink {

        private final RecordSink next;
        private int papers;

        Counting(RecordSink next) {
            this.next = next;
        }

        @Override
        public void accept(IngestRecord record) {
            if (firstAt == 0) {
                firstAt = System.nanoTime();
            }
            if (record instanceof PaperRecord && papers++ == limit) {
                throw new Enough();
            }
            next.accept(record);
        }

        @Override
        public void reject(Rejection rejection) {
            next.reject(rejection);
        }

        @Override
        public void warn(Warning warning) {
            next.warn(warning);
        }

        @Override
        public void skip(String code) {
            next.skip(code);
        }

        @Override
        public void progress(long bytesRead) {
            next.progress(bytesRead);
        }
    }
}
