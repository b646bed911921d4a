package org.invisiblecollege.ingest;

import java.util.List;

/** A source with all its records. */
public record SourceRecords(SourceDescription source, List<PaperRecord> papers, List<PersonRecord> people) {}
