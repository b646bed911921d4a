package org.invisiblecollege.ingest.record;

/** Takes what a source reads. */
public interface RecordSink {

    /** A record. */
    void accept(IngestRecord record);

    /** Something that could not be taken; reading goes on. */
    void reject(Rejection rejection);

    /** Something that is no paper and was passed over, by a stable code such as {@code frontmatter}. */
    void skip(String code);

    /** How much of {@link RecordSource#size()} has been read. */
    void progress(long bytesRead);
}
