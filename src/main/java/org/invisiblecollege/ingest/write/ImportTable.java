package org.invisiblecollege.ingest.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
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
    private static final byte[] QUOTES = {'"', '"'};
    private static final byte[] SPACE = {' '};

    private final Path file;
    private final String kind;
    private final boolean isNodes;
    private final List<Column<R>> columns;
    private final OutputStream out;

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
        this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        StringBuilder header = new StringBuilder(isNodes ? ":ID" : ":START_ID,:END_ID");
        columns.forEach(column -> header.append(',').append(column.header()));
        write(header.append('\n').toString());
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
            write(Integer.toString(ordinal));
            properties(row);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Writes an edge. */
    void edge(int from, int to, R row) {
        try {
            write(Integer.toString(from));
            out.write(',');
            write(Integer.toString(to));
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
            out.write('"');
            text(text);
            out.write('"');
        } else if (value instanceof List<?> list) {
            if (!list.isEmpty()) {
                list(list);
            }
        } else if (value != null) {
            write(value.toString());
        }
    }

    private void list(List<?> items) throws IOException {
        out.write('"');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.write(LIST_SEPARATOR);
            }
            text(String.valueOf(items.get(i)));
        }
        out.write('"');
    }

    /** Writes a text within quotes, doubling quotes; a line break becomes a space, since the importer reads a line at a time. */
    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int written = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '"' || b == '\n' || b == '\r') {
                out.write(bytes, written, i - written);
                out.write(b == '"' ? QUOTES : SPACE);
                written = i + 1;
            }
        }
        out.write(bytes, written, bytes.length - written);
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
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
