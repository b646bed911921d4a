package org.invisiblecollege.ingest.source.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.ingest.read.FileSource;

/**
 * Opens tables of papers: comma-separated, quoted with {@code "}, in UTF-8, with a header of these columns in any order, of
 * which only the title is required. Lists are separated by semicolons.
 *
 * <ul>
 *   <li>{@code id}: the record's id; without one it is {@code file:line}
 *   <li>{@code title}
 *   <li>{@code authors}: each "Family, Given" or "Given Family", optionally followed by "[orcid:0000-0002-1825-0097]"
 *   <li>{@code authors_complete}: {@code true} (if empty) or {@code false}
 *   <li>{@code year} or {@code date}: 2020, 2020-05 or 2020-05-03; the date wins
 *   <li>{@code doi}, {@code venue}, {@code abstract}
 *   <li>{@code type}: in Crossref's words
 *   <li>{@code organisations}, {@code topics}: names
 *   <li>{@code citations}: how often it is cited
 *   <li>{@code references}: ids of the papers it cites
 * </ul>
 *
 * <p>Rejects {@code csv_missing_title_column} (the rest of the file is not read), {@code csv_unknown_column} (the column is ignored), {@code csv_malformed}, {@code invalid_utf8}, {@code record_too_large}, {@code paper_without_title},
 * {@code duplicate_id} (the first one stays) and, as parts of an accepted record, {@code year_malformed},
 * {@code citations_malformed}, {@code doi_malformed}, {@code orcid_malformed} and {@code authors_complete_malformed}.
 */
public final class Csv {

    private Csv() {}

    /**
     * Opens tables.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return FileSource.open("csv", "CSV", files, sink -> {
            Set<String> seen = new HashSet<>();
            return (in, file) -> new TableReader(in, file, seen, sink).read();
        });
    }
}
