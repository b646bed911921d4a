package org.invisiblecollege.ingest.source.pagetext;

import java.util.List;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceContents;
import org.invisiblecollege.ingest.record.SourceDescription;

/**
 * A page that has been read. It yields the person before the papers, which may not show their name.
 *
 * @param size of the file, in bytes
 */
record PageSource(SourceContents records, List<Rejection> rejections, long size) implements RecordSource {

    PageSource {
        rejections = List.copyOf(rejections);
    }

    @Override
    public SourceDescription description() {
        return records.source();
    }

    @Override
    public void read(RecordSink sink) {
        rejections.forEach(sink::reject);
        records.people().forEach(sink::accept);
        records.papers().forEach(sink::accept);
        sink.progress(size);
    }
}
