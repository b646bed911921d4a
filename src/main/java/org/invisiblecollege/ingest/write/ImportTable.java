package org.invisiblecollege.ingest.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file for Neo4j's importer: the nodes of a label or the edges of a type. A missing value or an empty list is an empty
 * field, which the importer takes for no property; a text is quoted, so an empty text stays one.
 *
 * @param <R> the row that a node or an edge has its properties from
 */
public final class ImportTable<R> implements AutoCloseable {

    /** Separates the items of a list; no text contains it, since control characters are cleaned away. */
    public static final char LIST_SEPARATOR = '\u001F';

    private static final int BUFFER = 1 << 16;
    private static final Collector<CharSequence, ?, String> JOINING =
            Collectors.joining(String.valueOf(LIST_SEPARATOR));

    private final Path file;
    private final String kind;
    private final boolean isNodes;
    private final List<Column<R>> columns;
    private final Writer out;

    /**
     * A property.
     *
     * @param type as the importer names it
     * @param value a text, a number, a boolean, a list of texts, or null for no property
     */
    record Column<R>(String name, String type, Function<R, ? extends @Nullable Object> value) {

        private String header() {
            return name + ":" + type;
        }
    }

    private ImportTable(Path folder, String kind, boolean isNodes, List<Column<R>> columns) throws IOException {
        this.file = folder.resolve(kind + ".csv");
        this.kind = kind;
        this.isNodes = isNodes;
        this.columns = columns;
        this.out =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), BUFFER);
        out.write(isNodes ? ":ID" : ":START_ID,:END_ID");
        for (Column<R> column : columns) {
            out.write("," + column.header());
        }
        out.write('\n');
    }

    static <R> ImportTable<R> nodes(Path folder, String label, List<Column<R>> columns) throws IOException {
        return new ImportTable<>(folder, label, true, columns);
    }

    static <R> ImportTable<R> edges(Path folder, String type, List<Column<R>> columns) throws IOException {
        return new ImportTable<>(folder, type, false, columns);
    }

    /** Returns {@code label=file} or {@code type=file}, as the importer takes it. */
    public String argument() {
        return kind + "=" + file.toAbsolutePath();
    }

    public boolean isNodes() {
        return isNodes;
    }

    /** Writes a node. */
    void node(int ordinal, R row) {
        try {
            out.write(Integer.toString(ordinal));
            properties(row);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Writes an edge. */
    void edge(int from, int to, R row) {
        try {
            out.write(Integer.toString(from));
            out.write(',');
            out.write(Integer.toString(to));
            properties(row);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private void properties(R row) throws IOException {
        for (Column<R> column : columns) {
            out.write(',');
            field(column.value.apply(row));
        }
        out.write('\n');
    }

    private void field(@Nullable Object value) throws IOException {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof List<?> list) {
            if (!list.isEmpty()) {
                text(list.stream().map(String::valueOf).collect(JOINING));
            }
        } else if (value != null) {
            out.write(value.toString());
        }
    }

    /** Quotes a text, doubling quotes within; a line break becomes a space, since the importer reads a line at a time. */
    private void text(String text) throws IOException {
        out.write('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\n' || c == '\r') {
                out.write(text, written, i - written);
                out.write(c == '"' ? "\"\"" : " ");
                written = i + 1;
            }
        }
        out.write(text, written, text.length() - written);
        out.write('"');
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
