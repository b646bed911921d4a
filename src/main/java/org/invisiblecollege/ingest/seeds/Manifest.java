package org.invisiblecollege.ingest.seeds;

import java.util.List;
import org.invisiblecollege.ingest.PersonRecord;
import org.invisiblecollege.ingest.SourceDescription;

/**
 * What lies under {@code seeds/}.
 *
 * @param note provenance and licence, for people
 */
record Manifest(String note, List<Entry> sources) {

    /**
     * One file of records.
     *
     * @param records number of lines
     * @param sha256 of the file, in hexadecimal; the source has its page's own
     */
    record Entry(String file, int records, String sha256, SourceDescription source, List<PersonRecord> people) {}
}
