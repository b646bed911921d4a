package org.invisiblecollege.ingest.record;

import java.util.List;
import java.util.stream.Stream;

/** A source with all its records. */
public record SourceContents(SourceDescription source, List<PaperRecord> papers, List<PersonRecord> people) {

    /** Everything, people first. */
    public List<IngestRecord> all() {
        return Stream.<IngestRecord>concat(people.stream(), papers.stream()).toList();
    }
}
