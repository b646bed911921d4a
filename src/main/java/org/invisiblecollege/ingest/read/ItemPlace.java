package org.invisiblecollege.ingest.read;

import java.util.Optional;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;

/**
 * The place of a record, to which its faults are reported.
 *
 * @param file name of the file
 * @param line in which it begins, from 1
 */
public record ItemPlace(String file, int line, RecordSink sink) {

    /** Rejects the record. */
    public void reject(String code, String value) {
        sink.reject(new Rejection(code, file, line, value));
    }

    /** Warns of a part of the record. */
    public void warn(String code, String value) {
        sink.warn(new Warning(code, file, line, value));
    }

    /** Returns an id for a record without one. */
    public String id() {
        return file + ":" + line;
    }

    /** Returns an empty list of the record's authors. */
    public ListedAuthors authors() {
        return new ListedAuthors(sink, file, line);
    }

    /** Returns a DOI; one that is none is warned of. */
    public Optional<String> doi(String written) {
        Optional<String> doi = FieldText.doi(written);
        if (doi.isEmpty() && !written.isEmpty()) {
            warn("doi_malformed", written);
        }
        return doi;
    }

    /** Returns an ORCID; one that is none is warned of. */
    public Optional<String> orcid(String written) {
        Optional<String> orcid = FieldText.orcid(written);
        if (orcid.isEmpty() && !written.isEmpty()) {
            warn("orcid_malformed", written);
        }
        return orcid;
    }

    /** Sets the date of a record as far as it can be read, and warns of what cannot. */
    public void date(Optional<WrittenDate> date, String written, PaperRecord.Builder paper) {
        if (date.isEmpty()) {
            if (!written.isEmpty()) {
                warn("year_malformed", written);
            }
            return;
        }
        paper.publishedOn(date.get().date());
        if (date.get().isShortened()) {
            warn("date_shortened", written);
        }
    }
}
