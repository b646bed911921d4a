package org.invisiblecollege.ingest.record;

/** One thing a source says. */
public sealed interface IngestRecord permits PaperRecord, PersonRecord, OrganisationRecord, TopicRecord, Withdrawal {

    /** The source's own id, or the place of the record. */
    String recordId();
}
