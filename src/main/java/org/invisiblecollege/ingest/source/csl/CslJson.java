package org.invisiblecollege.ingest.source.csl;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens CSL-JSON: an array of items, one item, or an item on each line. A record's id is the item's, or {@code file:line} where it
 * has none. Items are parsed one by one; one that does not parse is rejected and the next one is read.
 *
 * <p>Rejects {@code json_malformed}, {@code json_too_deep}, {@code record_too_large}, {@code invalid_utf8},
 * {@code paper_without_title}, {@code duplicate_id} (the first one stays) and, as parts of an accepted record,
 * {@code year_malformed} and {@code doi_malformed}.
 */
public final class CslJson {

    private static final int MAX_DEPTH = 100;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());

    private CslJson() {}

    /**
     * Opens files of items.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return FileSource.open("csl-json", "CSL_JSON", files, sink -> {
            ItemReader reader = new ItemReader(sink);
            return (in, file) -> read(new ItemSplitter(new BufferedInputStream(in, 1 << 16)), file, reader, sink);
        });
    }

    private static void read(ItemSplitter items, String file, ItemReader reader, RecordSink sink) throws IOException {
        while (items.next()) {
            readItem(items, file, reader, sink);
        }
    }

    private static void readItem(ItemSplitter items, String file, ItemReader reader, RecordSink sink) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(items.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            String shown = new String(items.bytes(), StandardCharsets.UTF_8);
            sink.reject(
                    new Rejection(items.isTooLarge() ? "record_too_large" : "invalid_utf8", file, items.line(), shown));
            return;
        }
        if (items.isTooLarge()) {
            sink.reject(new Rejection("record_too_large", file, items.line(), text));
            return;
        }
        try {
            reader.read(JSON.readTree(text), file, items.line());
        } catch (JacksonException e) {
            String code = items.depth() > MAX_DEPTH ? "json_too_deep" : "json_malformed";
            sink.reject(new Rejection(code, file, items.line(), text));
        }
    }
}
