package org.invisiblecollege.ingest.source.xml;

import java.util.Optional;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.WrittenDate;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;

/** Reads dates of records and warns of what they leave out. */
final class XmlDates {

    private XmlDates() {}

    /**
     * Returns the date of a year and the rest of it; null, with a warning unless the year is empty, if there is none.
     *
     * @param rest month and perhaps day; may be empty
     */
    static @Nullable PublicationDate of(String year, String rest, XmlRecords records, int line) {
        return year.isEmpty() ? null : checked(WrittenDate.of(year, rest), FieldText.joined(year, rest), records, line);
    }

    /** Returns a date that was read, with a warning if it is shortened; null, with a warning, if it could not be read. */
    static @Nullable PublicationDate checked(Optional<WrittenDate> date, String written, XmlRecords records, int line) {
        if (date.isEmpty()) {
            records.warn("year_malformed", line, written);
            return null;
        }
        if (date.get().isShortened()) {
            records.warn("date_shortened", line, written);
        }
        return date.get().date();
    }
}
