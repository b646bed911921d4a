package org.invisiblecollege.ingest.source.seeds;

import java.util.List;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.SourceDescription;

/**
 * Lists the files below {@code seeds/}.
 *
 * @param note provenance and licence, in prose
 */
record Manifest(String note, List<SeedSource> sources) {

    /**
     * One file of records.
     *
     * @param records number of its lines
     * @param sha256 of the file, in hexadecimal; {@code source} has that of the page
     */
    record SeedSource(String file, int records, String sha256, SourceDescription source, List<PersonRecord> people) {}
}
