package org.invisiblecollege.ingest.record;

import java.util.List;
import java.util.stream.Stream;

/** A source with all its records. */
public record SourceRecords(SourceDescription source, List<PaperRecord> papers, List<PersonRecord> people) {

    /** Everything, people first. */
    public List<SourceRecord> all() {
        return Stream.<SourceRecord>concat(people.stream(), papers.stream()).toList();
    }
}
