package org.invisiblecollege.ingest.csl;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.ingest.RecordSink;
import org.invisiblecollege.ingest.RecordSource;
import org.invisiblecollege.ingest.Rejection;
import org.invisiblecollege.ingest.SourceDescription;
import org.invisiblecollege.ingest.SourceFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * CSL-JSON: an array of items, one item, or an item a line. A record's id is the item's, or {@code file:line} where it
 * has none. Items are parsed one by one; one that does not parse is rejected and the next one is read.
 *
 * <p>Rejects {@code json_malformed}, {@code json_too_deep}, {@code record_too_large}, {@code invalid_utf8},
 * {@code paper_without_title}, {@code duplicate_id} (the first one stays) and, as parts of a record that is taken,
 * {@code year_malformed} and {@code doi_malformed}.
 */
public final class CslJson implements RecordSource {

    private static final int DEEPEST = 100;
    private static final int ITEMS_BETWEEN_PROGRESS = 100;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    private final SourceFiles files;

    private CslJson(SourceFiles files) {
        this.files = files;
    }

    /**
     * Opens files of items.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static CslJson open(List<Path> files) throws IOException {
        return new CslJson(SourceFiles.of(files));
    }

    @Override
    public SourceDescription description() {
        return files.description("csl-json", "CSL_JSON");
    }

    @Override
    public long size() {
        return files.size();
    }

    @Override
    public void read(RecordSink sink) throws IOException {
        ItemReader reader = new ItemReader(sink);
        long before = 0;
        for (Path file : files.files()) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                Items items = new Items(in);
                long count = 0;
                while (items.next()) {
                    read(items, SourceFiles.name(file), reader, sink);
                    if (++count % ITEMS_BETWEEN_PROGRESS == 0) {
                        sink.progress(before + items.bytesRead());
                    }
                }
                before += items.bytesRead();
                sink.progress(before);
            }
        }
    }

    private static void read(Items items, String file, ItemReader reader, RecordSink sink) {
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
            String code = items.depth() > DEEPEST ? "json_too_deep" : "json_malformed";
            sink.reject(new Rejection(code, file, items.line(), text));
        }
    }
}
