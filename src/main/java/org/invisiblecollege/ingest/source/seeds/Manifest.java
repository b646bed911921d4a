package org.invisiblecollege.ingest.source.seeds;

import java.util.List;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.SourceDescription;

/**
 * What lies under {@code seeds/}.
 *
 * @param note provenance and licence, for people
 */
record Manifest(String note, List<SeedSource> sources) {

    /**
     * One file of records.
     *
     * @param records number of lines
     * @param sha256 of the file, in hexadecimal; the source has its page's own
     */
    record SeedSource(String file, int records, String sha256, SourceDescription source, List<PersonRecord> people) {}
}
