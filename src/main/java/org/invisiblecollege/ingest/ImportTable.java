package org.invisiblecollege.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file for Neo4j's importer. A missing value is an empty field, which the importer takes for no property; a text is
 * quoted, so an empty text stays one.
 */
final class ImportTable implements AutoCloseable {

    /** Between the items of a list; no text has it, since control characters are cleaned away. */
    static final char LIST_SEPARATOR = '\u001F';

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .setRecordSeparator('\n')
            .build();

    private final Path file;
    private final String kind;
    private final List<String> properties;
    private final CSVPrinter printer;
    private final int ids;

    private ImportTable(Path file, String kind, List<String> ids, List<String> properties) throws IOException {
        this.file = file;
        this.kind = kind;
        this.ids = ids.size();
        this.properties = properties.stream()
                .map(property -> property.replaceFirst(":.*", ""))
                .toList();
        BufferedWriter out = Files.newBufferedWriter(file);
        out.write(String.join(",", ids) + (properties.isEmpty() ? "" : "," + String.join(",", properties)) + "\n");
        this.printer = new CSVPrinter(out, FORMAT);
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
    String argument() {
        return kind + "=" + file.toAbsolutePath();
    }

    boolean isNodes() {
        return ids == 1;
    }

    /** A node. */
    void node(int number, Map<String, ? extends @Nullable Object> row) {
        try {
            printer.print(number);
            rest(row);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** An edge. */
    void edge(int from, int to, Map<String, ? extends @Nullable Object> row) {
        try {
            printer.print(from);
            printer.print(to);
            rest(row);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private void rest(Map<String, ? extends @Nullable Object> row) throws IOException {
        for (String property : properties) {
            printer.print(field(row.get(property)));
        }
        printer.println();
    }

    private static @Nullable Object field(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : text(join(list));
        }
        return value instanceof String text ? text(text) : value;
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

    /** The importer reads a line at a time. */
    private static String text(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : text.replaceAll("[\\r\\n]+", " ");
    }

    @Override
    public void close() {
        try {
            printer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
