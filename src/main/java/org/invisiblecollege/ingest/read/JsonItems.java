package org.invisiblecollege.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.invisiblecollege.ingest.record.RecordSink;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads formats whose records are JSON objects: one, several in lists, one on each line, or in a list that an outer object
 * wraps, as the answers of services do. They are parsed one by one; one that does not parse is rejected, and those on later
 * lines are read. In a text without line breaks the rest is lost with it.
 *
 * <p>Rejects {@code json_malformed}, {@code json_too_deep} and {@code record_too_large}.
 */
public final class JsonItems {

    private static final int MAX_DEPTH = 100;
    /** Bytes of an item that a report shows. */
    private static final int MAX_SHOWN = 300;

    /** Values that Python and R write where they have none, and tabs within texts, are clear. */
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build());

    private JsonItems() {}

    /** Turns items into records. */
    @FunctionalInterface
    public interface ItemReader {

        /** Accepts or rejects an item. */
        void read(JsonNode item, ItemPlace place);
    }

    /**
     * Where a format has its items.
     *
     * @param paths names of the members that lead from an outermost object to a list of items
     * @param maxItemBytes limits what is kept of one item
     */
    public record Layout(List<List<String>> paths, int maxItemBytes) {

        public Layout {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Opens files.
     *
     * @param name of the format, such as {@code csl-json}
     * @param kind of the source, such as {@code CSL_JSON}
     * @param reader creates a reader each time the source is read
     * @throws IllegalArgumentException if there are no files
     * @throws IOException if one cannot be read
     */
    public static FileSource open(
            String name, String kind, List<Path> files, Layout layout, Function<RecordSink, ItemReader> reader)
            throws IOException {
        return FileSource.open(name, kind, files, sink -> {
            ItemReader items = reader.apply(sink);
            return (in, file) -> read(in, file, layout, items, sink);
        });
    }

    private static void read(InputStream in, String file, Layout layout, ItemReader reader, RecordSink sink)
            throws IOException {
        ItemSplitter items = new ItemSplitter(in, layout.paths(), layout.maxItemBytes());
        TextDecoder decoder = new TextDecoder(sink, file);
        while (items.next()) {
            read(items, decoder, reader, new ItemPlace(file, items.line(), sink));
        }
    }

    private static void read(ItemSplitter items, TextDecoder decoder, ItemReader reader, ItemPlace place) {
        byte[] bytes = items.bytes();
        int length = items.length();
        if (items.isTooLarge()) {
            place.reject("record_too_large", beginning(bytes, length));
            return;
        }
        String malformed = items.depth() > MAX_DEPTH ? "json_too_deep" : "json_malformed";
        if (items.isDamaged()) {
            place.reject(malformed, length == 0 ? "the file ends too early" : beginning(bytes, length));
            return;
        }
        JsonNode item;
        try {
            item = JSON.readTree(decoder.decode(bytes, length, place.line()));
        } catch (JacksonException e) {
            place.reject(malformed, beginning(bytes, length));
            return;
        }
        reader.read(item, place);
    }

    private static String beginning(byte[] bytes, int length) {
        return FieldText.clean(new String(bytes, 0, Math.min(length, MAX_SHOWN), StandardCharsets.UTF_8));
    }
}
