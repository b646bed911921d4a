package org.invisiblecollege.ingest.source.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.SourceContents;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the bundled data: a manifest and one JSON Lines file for each source. */
public final class SeedFiles {

    private static final String MANIFEST = "MANIFEST.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SeedFiles() {}

    /** Returns all sources of the bundled data, in the order of the manifest. */
    public static List<SourceContents> sources() {
        Manifest manifest = JSON.readValue(resource(MANIFEST), Manifest.class);
        return manifest.sources().stream().map(SeedFiles::source).toList();
    }

    /** Returns the titles that were checked by eye because the splitting rule fails for them. */
    public static List<String> knownTitles() {
        return new String(bytes("known-titles.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Writes sources and their manifest. */
    public static void write(Path directory, List<SourceContents> sources, String note) throws IOException {
        List<Manifest.SeedSource> entries = new ArrayList<>();
        Map<String, Integer> kinds = new HashMap<>();
        for (SourceContents source : sources) {
            String kind = source.source().kind().toLowerCase(Locale.ROOT).replace('_', '-');
            int ordinal = kinds.merge(kind, 1, Integer::sum);
            String file = (ordinal == 1 ? kind : kind + "-" + ordinal) + ".jsonl";
            StringBuilder lines = new StringBuilder();
            for (PaperRecord paper : source.papers()) {
                lines.append(JSON.writeValueAsString(SeedPaper.of(paper))).append('\n');
            }
            Files.writeString(directory.resolve(file), lines);
            entries.add(new Manifest.SeedSource(
                    file,
                    source.papers().size(),
                    DigestUtils.sha256Hex(lines.toString()),
                    source.source(),
                    source.people()));
        }
        Files.writeString(
                directory.resolve(MANIFEST),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Manifest(note, entries)) + "\n");
    }

    private static SourceContents source(Manifest.SeedSource entry) {
        byte[] content = bytes(entry.file());
        String sha256 = DigestUtils.sha256Hex(content);
        if (!sha256.equals(entry.sha256())) {
            throw new IllegalStateException(
                    "seeds/" + entry.file() + " is not the file of the manifest: its SHA-256 is " + sha256
                            + ", the manifest says " + entry.sha256());
        }
        List<PaperRecord> papers = new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(line -> JSON.readValue(line, SeedPaper.class).toRecord())
                .toList();
        return new SourceContents(entry.source(), papers, entry.people());
    }

    private static byte[] bytes(String file) {
        try (InputStream in = resource(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read seeds/" + file, e);
        }
    }

    /** Opens a file under {@code seeds/}. */
    public static InputStream resource(String file) {
        InputStream in = SeedFiles.class.getResourceAsStream("/seeds/" + file);
        if (in == null) {
            throw new IllegalStateException("seeds/" + file + " is missing from the build");
        }
        return in;
    }
}
