package org.invisiblecollege.ingest.source.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.FileSource;

/**
 * Opens tables of papers: values separated by commas, semicolons or tabs, quoted with {@code "}, in UTF-8 or Windows-1252,
 * with a header in one of the first 20 lines, whose columns may have any order and of which only the title is required. The
 * names of the columns tell whose they are: Scopus, Web of Science, Dimensions, The Lens, OpenAlex, PubMed, IEEE Xplore, Zotero,
 * Google Scholar, Publish or Perish, or the ones below and what else they are called. Lists are separated by semicolons or
 * bars.
 *
 * <ul>
 *   <li>{@code id}: the record's id; without one it is {@code file:line}
 *   <li>{@code title}
 *   <li>{@code authors}: each "Family, Given" or "Given Family", optionally followed by "[orcid:0000-0002-1825-0097]"
 *   <li>{@code authors_complete}: {@code true} (if empty) or {@code false}; without authors it says nothing
 *   <li>{@code year} or {@code date}: 2020, 2020-05 or 2020-05-03; the date wins
 *   <li>{@code doi}, {@code venue}, {@code abstract}
 *   <li>{@code type}: in Crossref's words
 *   <li>{@code organisations}, {@code topics}: names
 *   <li>{@code citations}: how often it is cited
 *   <li>{@code references}: ids of the papers it cites
 * </ul>
 *
 * <p>Rejects {@code csv_missing_title_column} (the rest of the file is not read), {@code csv_malformed}, {@code record_too_large},
 * {@code paper_without_title}. Warns of {@code csv_unknown_column} (the column
 * is ignored), {@code csv_duplicate_column} (the first with a value counts), {@code year_malformed}, {@code date_shortened},
 * {@code citations_malformed}, {@code doi_malformed}, {@code orcid_malformed}, {@code orcid_unassigned},
 * {@code authors_complete_malformed}, {@code authors_unsure} and {@code author_not_named}. Skips {@code csv_header}, a header
 * that is repeated, and notes and attachments of Zotero.
 */
public final class Csv {

    private static final Pattern OTHER_FORMAT = Pattern.compile("\\s*[<{@%]|\\s*\\[\\s*[\\[{\"\\]]");

    private Csv() {}

    /**
     * Opens tables.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return FileSource.open("csv", "CSV", files, sink -> {
            RowReader reader = new RowReader(sink);
            return (in, file) -> new TableReader(in, file, reader, sink).read();
        });
    }

    /**
     * Returns whether a file is a table of papers: one of its first lines has the name of a column of titles and others, or
     * the columns of a product whose tables are read.
     *
     * @param beginning of the file, without a byte order mark
     */
    public static boolean isLikely(String beginning) {
        if (OTHER_FORMAT.matcher(beginning).lookingAt()) {
            return false;
        }
        Optional<TableLayout> layout = TableLayout.find(
                beginning.lines().limit(TableLayout.MAX_LINES_BEFORE).toList());
        return layout.isPresent() && layout.get().names().size() > 1;
    }
}
