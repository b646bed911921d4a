package org.invisiblecollege.ingest.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.invisiblecollege.ingest.read.CsvRows;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.TextDecoder;
import org.invisiblecollege.ingest.read.TextLines;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;

/** Finds the header of one table and passes its rows on. Not thread-safe; reads once. */
final class TableReader {

    /** Of how many columns that are not taken there are warnings. */
    private static final int MAX_WARNED_COLUMNS = 100;

    private final CsvRows rows;
    private final String file;
    private final RowReader reader;
    private final RecordSink sink;
    private boolean separatesPeople;

    TableReader(InputStream in, String file, RowReader reader, RecordSink sink) {
        this.rows = new CsvRows(new TextLines(in, new TextDecoder(sink, file)));
        this.file = file;
        this.reader = reader;
        this.sink = sink;
    }

    void read() throws IOException {
        List<String> beginning = rows.peek(TableLayout.MAX_LINES_BEFORE);
        Optional<TableLayout> found = TableLayout.find(beginning);
        if (found.isEmpty() || !found.get().has(TableColumn.TITLE)) {
            rejectTable(found, beginning);
            return;
        }
        TableLayout layout = found.get();
        rows.skip(layout.linesBefore());
        rows.separatedBy(layout.separator());
        if (rows.next()) {
            explain(layout);
        }
        rows.width(layout.width());
        separatesPeople = beginning.stream()
                .skip(layout.linesBefore() + 1L)
                .map(line -> CsvRows.split(line, layout.separator()))
                .filter(layout::fits)
                .anyMatch(values -> row(layout, values).hasSeparatedAuthors());
        while (rows.next()) {
            read(layout);
        }
    }

    private void read(TableLayout layout) {
        String problem = rows.problem();
        List<String> values = rows.values();
        if (problem == null && !layout.fits(values)) {
            problem = "csv_malformed";
        }
        if (problem != null) {
            sink.reject(new Rejection(problem, file, rows.line(), rows.text()));
        } else if (layout.isRepeated(values)) {
            sink.skip("csv_header");
        } else {
            TableRow row = row(layout, values);
            separatesPeople |= row.hasSeparatedAuthors();
            reader.read(row, file, rows.text());
        }
    }

    private TableRow row(TableLayout layout, List<String> values) {
        return new TableRow(layout, layout.padded(values), rows.line(), separatesPeople);
    }

    private void explain(TableLayout layout) {
        Set<String> seen = new HashSet<>();
        boolean isOwn = layout.dialect().equals(Dialects.OWN);
        int warned = 0;
        for (String name : layout.names()) {
            String clean = FieldText.clean(name);
            boolean isUsed = layout.isUsed(name);
            if (clean.isEmpty()) {
                continue;
            }
            if (!seen.add(TableLayout.key(name))) {
                warned += warned < MAX_WARNED_COLUMNS ? warn("csv_duplicate_column", clean) : 0;
                continue;
            }
            sink.field(clean, isUsed);
            if (isOwn && !isUsed) {
                warned += warned < MAX_WARNED_COLUMNS ? warn("csv_unknown_column", clean) : 0;
            }
        }
    }

    private int warn(String code, String value) {
        sink.warn(new Warning(code, file, rows.line(), value));
        return 1;
    }

    private void rejectTable(Optional<TableLayout> found, List<String> beginning) {
        int line = found.map(TableLayout::linesBefore).orElse(0);
        while (line < beginning.size() && beginning.get(line).isBlank()) {
            line++;
        }
        if (line == beginning.size()) {
            return;
        }
        String text = beginning.get(line);
        String value = found.map(layout -> layout.dialect().name() + " without titles: "
                        + layout.dialect().advice() + "; has " + String.join(", ", layout.names()))
                .orElse(text);
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("\u00D0\u00CF\u0011")) {
            value = "an Excel workbook: save it as CSV";
        }
        sink.reject(new Rejection("csv_missing_title_column", file, line + 1, value));
    }
}
