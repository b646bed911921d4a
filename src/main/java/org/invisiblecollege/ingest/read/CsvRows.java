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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one table, whose values are separated by commas unless another separator is set. Where a row does not
 * parse only its first line is lost, since a quote that is never closed would otherwise take the rest of the file with it.
 * Values separated by tabs may have quotes that mean nothing. Not thread-safe.
 */
public final class CsvRows {

    /** In characters. */
    private static final int MAX_ROW_LENGTH = TextLines.MAX_LENGTH;
    /** A quote that is open for more lines is taken for one that is never closed. */
    private static final int MAX_LINES = 1000;

    private record Line(int number, String text, boolean utf8, boolean tooLong) {}

    private final TextLines lines;
    private final Deque<Line> unread = new ArrayDeque<>();

    private @Nullable BadInputException damage;
    private char separator = ',';
    private int width;
    private int line;
    private List<String> values = List.of();
    private @Nullable String problem;
    private String text = "";

    public CsvRows(InputStream in) {
        this(new TextLines(in));
    }

    /** Reads the rows of the lines that are still to come. */
    public CsvRows(TextLines lines) {
        this.lines = lines;
    }

    /** Returns the next lines without going past them: so many, or fewer where the text ends or they are long. */
    public List<String> peek(int count) throws IOException {
        int length = 0;
        while (unread.size() < count && length < MAX_ROW_LENGTH) {
            Line next;
            try {
                next = readLine();
            } catch (BadInputException e) {
                // The lines before the damage are read first.
                damage = e;
                break;
            }
            if (next == null) {
                break;
            }
            unread.addLast(next);
            length += next.text.length();
        }
        return unread.stream().limit(count).map(Line::text).toList();
    }

    /** Passes over lines that were peeked at. */
    public void skip(int count) {
        for (int i = 0; i < count; i++) {
            unread.poll();
        }
    }

    /** Sets what separates the values of the rows that follow. */
    public void separatedBy(char character) {
        separator = character;
    }

    /** Sets how many values a row should have, which tells quotes from quotation marks where tabs separate. */
    public void width(int count) {
        width = count;
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
        boolean isUnexpected = problem == null ? values.size() != width : problem.equals("csv_malformed");
        if (separator == '\t' && width > 0 && isUnexpected) {
            takeAsWritten(first, problem == null ? row : List.of(first));
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

    /** Returns the values that a text separates; empty if it is not one row. */
    public static List<String> split(String row, char separator) {
        // Spaces around quotes are trimmed with tabs too, which separate here.
        CsvReader.CsvReaderBuilder format = CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(separator != '\t')
                .maxBufferSize(2 * MAX_ROW_LENGTH);
        try (CsvReader<CsvRecord> table = format.ofCsvRecord(row)) {
            List<CsvRecord> records = table.stream().limit(2).toList();
            return records.size() == 1
                    ? records.getFirst().getFields().stream().map(String::strip).toList()
                    : List.of();
        } catch (CsvParseException | IOException e) {
            return List.of();
        }
    }

    /** Returns whether a quote is open at the end of a text. */
    public static boolean isQuoteOpen(String text, char separator) {
        return isQuoteOpen(text, separator, false);
    }

    private @Nullable Line nextLine() throws IOException {
        Line unreadLine = unread.poll();
        return unreadLine == null ? readLine() : unreadLine;
    }

    private @Nullable Line readLine() throws IOException {
        if (damage != null) {
            throw damage;
        }
        if (!lines.next()) {
            return null;
        }
        // Files that were joined have a byte order mark in their middle.
        String read = lines.text().startsWith("\uFEFF") ? lines.text().substring(1) : lines.text();
        return new Line(lines.number(), read, lines.isUtf8(), lines.isTooLong());
    }

    /** Collects the lines of the row that begins with a line; false if a quote is not closed. */
    private boolean collectRow(Line first, List<Line> row) throws IOException {
        row.add(first);
        if (first.tooLong) {
            return true;
        }
        int length = first.text.length();
        boolean quoted = isQuoteOpen(first.text, separator, false);
        while (quoted) {
            Line more = length > MAX_ROW_LENGTH || row.size() > MAX_LINES ? null : nextLine();
            if (more == null) {
                return false;
            }
            row.add(more);
            length += more.text.length();
            quoted = isQuoteOpen(more.text, separator, true);
        }
        return true;
    }

    /** Returns whether a quote is open at the end of a line. */
    private static boolean isQuoteOpen(String text, char separator, boolean openBefore) {
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
                valueBegins = c == separator || (valueBegins && c <= ' ');
            }
        }
        return quoted;
    }

    private boolean parse() {
        values = split(text, separator);
        return !values.isEmpty();
    }

    /** Takes a line with the values between its tabs, if they are as many as they should be; gives the other lines back. */
    private void takeAsWritten(Line first, List<Line> row) {
        List<String> written = Stream.of(first.text.split("\t", -1))
                .map(value -> unquoted(value.strip()))
                .toList();
        if (written.size() < width || written.stream().skip(width).anyMatch(value -> !value.isEmpty())) {
            return;
        }
        for (int i = row.size() - 1; i > 0; i--) {
            unread.addFirst(row.get(i));
        }
        values = written;
        text = first.text;
        problem = null;
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String inner = isQuoted ? value.substring(1, value.length() - 1) : value;
        return isQuoted && inner.replace("\"\"", "").indexOf('"') < 0 ? inner.replace("\"\"", "\"") : value;
    }
}
