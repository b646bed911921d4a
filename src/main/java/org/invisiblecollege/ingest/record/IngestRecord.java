package org.invisiblecollege.ingest.record;

/** One record of a source. */
public sealed interface IngestRecord permits PaperRecord, PersonRecord, OrganisationRecord, TopicRecord, Withdrawal {

    /** Returns the source's own id, or the file and line of the record. */
    String recordId();
}
