package org.invisiblecollege.ingest.record;

import java.util.List;
import java.util.stream.Stream;

/** A source with all its records, in memory. */
public record SourceContents(SourceDescription source, List<PaperRecord> papers, List<PersonRecord> people) {

    /** Returns all records, people first. */
    public List<IngestRecord> all() {
        return Stream.<IngestRecord>concat(people.stream(), papers.stream()).toList();
    }
}
