package org.invisiblecollege.ingest.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one table. Where a row does not parse only its first line is lost, since a quote that is never closed
 * would otherwise take the rest of the file with it. Not thread-safe.
 */
public final class CsvRows {

    /** In characters. */
    private static final int MAX_ROW_LENGTH = TextLines.MAX_LENGTH;
    /** A quote that is open for more lines is taken for one that is never closed. */
    private static final int MAX_LINES = 1000;

    private static final CsvReader.CsvReaderBuilder FORMAT =
            CsvReader.builder().trimWhitespacesAroundQuotes(true).maxBufferSize(2 * MAX_ROW_LENGTH);

    private record Line(int number, String text, boolean utf8, boolean tooLong) {}

    private final TextLines lines;
    private final Deque<Line> unread = new ArrayDeque<>();

    private int line;
    private List<String> values = List.of();
    private @Nullable String problem;
    private String text = "";

    public CsvRows(InputStream in) {
        this.lines = new TextLines(in);
    }

    /** Goes to the next row that is not blank; false at the end. */
    public boolean next() throws IOException {
        Line first = nextLine();
        while (first != null && first.text.isBlank()) {
            first = nextLine();
        }
        if (first == null) {
            return false;
        }
        List<Line> row = new ArrayList<>();
        boolean closed = collectRow(first, row);
        line = first.number;
        values = List.of();
        problem = null;
        text = String.join("\n", row.stream().map(Line::text).toList());
        if (row.stream().anyMatch(Line::tooLong)) {
            problem = "record_too_large";
        } else if (row.stream().anyMatch(part -> !part.utf8)) {
            problem = "invalid_utf8";
        }
        if (!closed || (problem == null && !parse())) {
            problem = problem == null ? "csv_malformed" : problem;
            text = first.text;
            for (int i = row.size() - 1; i > 0; i--) {
                unread.addFirst(row.get(i));
            }
        }
        return true;
    }

    /** Returns the line in which the row begins, from 1. */
    public int line() {
        return line;
    }

    /** Returns the values of the row; none if it has a problem. */
    public List<String> values() {
        return values;
    }

    /** Returns the code of what keeps the row from being taken; null if nothing does. */
    public @Nullable String problem() {
        return problem;
    }

    /** Returns the row as written. */
    public String text() {
        return text;
    }

    private @Nullable Line nextLine() throws IOException {
        Line unreadLine = unread.poll();
        if (unreadLine != null) {
            return unreadLine;
        }
        return lines.next() ? new Line(lines.number(), lines.text(), lines.isUtf8(), lines.isTooLong()) : null;
    }

    /** Collects the lines of the row that begins with a line; false if a quote is not closed. */
    private boolean collectRow(Line first, List<Line> row) throws IOException {
        row.add(first);
        if (first.tooLong) {
            return true;
        }
        int length = first.text.length();
        boolean quoted = isQuoteOpen(first.text, false);
        while (quoted) {
            Line more = length > MAX_ROW_LENGTH || row.size() > MAX_LINES ? null : nextLine();
            if (more == null) {
                return false;
            }
            row.add(more);
            length += more.text.length();
            quoted = isQuoteOpen(more.text, true);
        }
        return true;
    }

    /** Returns whether a quote is open at the end of a line. */
    private static boolean isQuoteOpen(String text, boolean openBefore) {
        boolean quoted = openBefore;
        boolean valueBegins = !openBefore;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"' && valueBegins) {
                quoted = true;
                valueBegins = false;
            } else {
                valueBegins = c == ',' || (valueBegins && c <= ' ');
            }
        }
        return quoted;
    }

    private boolean parse() throws IOException {
        try (CsvReader<CsvRecord> table = FORMAT.ofCsvRecord(text)) {
            List<CsvRecord> records = table.stream().toList();
            if (records.size() != 1) {
                return false;
            }
            values = records.getFirst().getFields().stream().map(String::strip).toList();
            return true;
        } catch (CsvParseException e) {
            return false;
        }
    }
}
