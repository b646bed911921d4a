package org.invisiblecollege.ingest.record;

/** Receives what a source reads. */
public interface RecordSink {

    /** Takes a record. */
    void accept(IngestRecord record);

    /** Reports something that could not be taken; reading goes on. */
    void reject(Rejection rejection);

    /** Counts something that is passed over because it is no paper, by a stable code such as {@code frontmatter}. */
    void skip(String code);

    /** Reports how much of {@link RecordSource#size()} has been read. */
    void progress(long bytesRead);
}
