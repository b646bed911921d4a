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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file for Neo4j's importer. A missing value is an empty field, which the importer takes for no property; a text is
 * quoted, so an empty text stays one.
 */
public final class ImportTable implements AutoCloseable {

    /** Between the items of a list; no text has it, since control characters are cleaned away. */
    public static final char LIST_SEPARATOR = '\u001F';

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String kind;
    private final List<String> properties;
    private final Writer out;
    private final int ids;

    private ImportTable(Path file, String kind, List<String> ids, List<String> properties) throws IOException {
        this.file = file;
        this.kind = kind;
        this.ids = ids.size();
        this.properties = properties.stream()
                .map(property -> property.replaceFirst(":.*", ""))
                .toList();
        this.out =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), BUFFER);
        out.write(String.join(",", ids) + (properties.isEmpty() ? "" : "," + String.join(",", properties)) + "\n");
    }

    /**
     * Nodes with a label.
     *
     * @param properties names, with a type where it is not text: {@code year:int}, {@code aliases:string[]}
     */
    static ImportTable nodes(Path folder, String label, String... properties) throws IOException {
        return new ImportTable(folder.resolve(label + ".csv"), label, List.of(":ID"), List.of(properties));
    }

    /** Edges of a type. */
    static ImportTable edges(Path folder, String type, String... properties) throws IOException {
        return new ImportTable(
                folder.resolve(type + ".csv"), type, List.of(":START_ID", ":END_ID"), List.of(properties));
    }

    /** {@code label=file} or {@code type=file}, as the importer takes it. */
    public String argument() {
        return kind + "=" + file.toAbsolutePath();
    }

    public boolean isNodes() {
        return ids == 1;
    }

    /** A node. */
    void node(int number, Map<String, ? extends @Nullable Object> row) {
        try {
            out.write(Integer.toString(number));
            rest(row);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** An edge. */
    void edge(int from, int to, Map<String, ? extends @Nullable Object> row) {
        try {
            out.write(Integer.toString(from));
            out.write(',');
            out.write(Integer.toString(to));
            rest(row);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private void rest(Map<String, ? extends @Nullable Object> row) throws IOException {
        for (String property : properties) {
            out.write(',');
            field(row.get(property));
        }
        out.write('\n');
    }

    private void field(@Nullable Object value) throws IOException {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof List<?> list) {
            if (!list.isEmpty()) {
                text(join(list));
            }
        } else if (value != null) {
            out.write(value.toString());
        }
    }

    private static String join(List<?> list) {
        if (list.size() == 1) {
            return String.valueOf(list.getFirst());
        }
        StringBuilder joined = new StringBuilder();
        for (Object item : list) {
            joined.append(joined.isEmpty() ? "" : LIST_SEPARATOR).append(item);
        }
        return joined.toString();
    }

    /** In quotes, those within doubled; a line break becomes a space, for the importer reads a line at a time. */
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
