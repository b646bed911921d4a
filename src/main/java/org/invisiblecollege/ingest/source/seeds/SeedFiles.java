package org.invisiblecollege.ingest.source.seeds;

import java.io.ByteArrayOutputStream;
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
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.SourceContents;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the bundled data: for each set a manifest and one JSON Lines file for each source. */
public final class SeedFiles {

    static final String ANTHOLOGY_MANIFEST = "ANTHOLOGY.json";
    private static final String MANIFEST = "MANIFEST.json";
    private static final String ANTHOLOGY_FILE = "acl-anthology.jsonl.gz";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SeedFiles() {}

    /** Returns all sources of the first set of bundled data, in the order of the manifest. */
    public static List<SourceContents> sources() {
        return manifest(MANIFEST).sources().stream().map(SeedFiles::source).toList();
    }

    static Manifest manifest(String file) {
        return JSON.readValue(bytes(file), Manifest.class);
    }

    /** Returns the paper of a line of the Anthology. */
    static PaperRecord paperOfAnthology(String line) {
        return JSON.readValue(line, AnthologyPaper.class).toRecord();
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
            entries.add(write(directory, file, lines(source, SeedPaper::of), source));
        }
        writeManifest(directory, MANIFEST, new Manifest(note, entries));
    }

    /** Writes the papers of the Anthology, gzipped, and their manifest. */
    public static void writeAnthology(Path directory, SourceContents source, String note) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream lines = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            lines.write(lines(source, AnthologyPaper::of));
        }
        writeManifest(
                directory,
                ANTHOLOGY_MANIFEST,
                new Manifest(note, List.of(write(directory, ANTHOLOGY_FILE, packed.toByteArray(), source))));
    }

    private static byte[] lines(SourceContents source, Function<PaperRecord, Object> line) {
        StringBuilder lines = new StringBuilder();
        for (PaperRecord paper : source.papers()) {
            lines.append(JSON.writeValueAsString(line.apply(paper))).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Manifest.SeedSource write(Path directory, String file, byte[] content, SourceContents source)
            throws IOException {
        Files.write(directory.resolve(file), content);
        return new Manifest.SeedSource(
                file, source.papers().size(), DigestUtils.sha256Hex(content), source.source(), source.people());
    }

    private static void writeManifest(Path directory, String file, Manifest manifest) throws IOException {
        Files.writeString(
                directory.resolve(file), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
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
            throw unreadable(file, e);
        }
    }

    static UncheckedIOException unreadable(String file, IOException e) {
        return new UncheckedIOException("Cannot read seeds/" + file, e);
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
