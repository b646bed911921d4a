package org.invisiblecollege.ingest.source.openalex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.invisiblecollege.ingest.read.CsvRows;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.Hierarchy;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tree of OpenAlex's topics, subfields, fields and domains from two tables: {@code lookup.csv} (type, id, name),
 * which has its own numbers for the levels, and {@code search-index.csv} (id, name, did, fid, sid; other columns are ignored).
 * Levels get OpenAlex's ids by their names, so that they are the same as those in OpenAlex's own entities. A subfield that
 * the tables put under several fields is under all of them.
 *
 * <p>Rejects {@code table_unknown} (the file is not read), {@code csv_malformed}, {@code invalid_utf8},
 * {@code record_too_large}, {@code id_malformed}, {@code topic_without_label}, {@code duplicate_id} (the first one stays),
 * {@code too_many_topics} and {@code level_unknown} (the topic or level is put below the next one).
 */
public final class TopicTree implements FileSource.FormatReader {

    /** The levels above a topic, from the narrowest. */
    private static final List<String> LEVELS = List.of("subfield", "field", "domain");

    private static final Map<String, String> COLUMNS = Map.of("subfield", "sid", "field", "fid", "domain", "did");
    private static final Map<String, String> IDS = ids();

    private final RecordSink sink;
    private final Map<String, String> levels = new HashMap<>();
    private final Map<String, TopicNode> nodes = new TreeMap<>();

    private record TopicNode(String label, Set<String> broader) {}

    private TopicTree(RecordSink sink) {
        this.sink = sink;
    }

    /**
     * Opens the two tables of a folder.
     *
     * @param paths the folder or one of the tables
     * @throws IllegalArgumentException if one is missing
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> paths) throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (Path path : paths) {
            Path real = path.toRealPath();
            folders.add(Files.isDirectory(real) ? real : Objects.requireNonNull(real.getParent()));
        }
        if (folders.size() != 1) {
            throw new IllegalArgumentException("Give one folder with lookup.csv and search-index.csv.");
        }
        Path folder = folders.iterator().next();
        List<Path> tables = List.of(table(folder, "lookup.csv"), table(folder, "search-index.csv"));
        return FileSource.open("openalex-topics", "OPENALEX_TOPICS", tables, TopicTree::new);
    }

    private static Path table(Path folder, String name) {
        for (String fileName : List.of(name, name + ".gz")) {
            // A link may lead anywhere.
            if (Files.isRegularFile(folder.resolve(fileName), LinkOption.NOFOLLOW_LINKS)) {
                return folder.resolve(fileName);
            }
        }
        throw new IllegalArgumentException("There is no " + name + " in " + folder + ", which openalex-topics needs.");
    }

    @Override
    public void read(InputStream in, String file) throws IOException {
        CsvRows rows = new CsvRows(in);
        List<String> header = rows.next() ? rows.values() : List.of();
        boolean isLookup = header.containsAll(List.of("type", "id", "name"));
        if (!isLookup && !header.containsAll(List.of("id", "name", "did", "fid", "sid"))) {
            reject("table_unknown", file, rows, rows.text());
            return;
        }
        while (rows.next()) {
            String problem =
                    rows.problem() == null && rows.values().size() != header.size() ? "csv_malformed" : rows.problem();
            if (problem != null) {
                reject(problem, file, rows, rows.text());
                continue;
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), FieldText.clean(rows.values().get(i)));
            }
            problem = isLookup ? level(row) : topic(row, file, rows);
            if (problem != null) {
                reject(problem, file, rows, rows.text());
            }
        }
    }

    /** Adds a level; returns the code of a rejection, or null. */
    private @Nullable String level(Map<String, String> row) {
        String type = row.getOrDefault("type", "");
        String name = row.getOrDefault("name", "");
        String id = IDS.get(type + "s " + name);
        if (id == null) {
            return "level_unknown";
        }
        if (levels.putIfAbsent(type + " " + row.get("id"), id) != null
                || nodes.putIfAbsent(id, new TopicNode(name, new TreeSet<>())) != null) {
            return "duplicate_id";
        }
        return null;
    }

    private @Nullable String topic(Map<String, String> row, String file, CsvRows rows) {
        EntityId id = EntityId.of(row.getOrDefault("id", ""));
        String name = row.getOrDefault("name", "");
        if (id == null || !id.kind().equals("T")) {
            return "id_malformed";
        }
        if (name.isEmpty()) {
            return "topic_without_label";
        }
        if (nodes.size() >= Hierarchy.MAX_CONCEPTS) {
            return "too_many_topics";
        }
        TopicNode below = new TopicNode(name, new TreeSet<>());
        if (nodes.putIfAbsent(id.bare(), below) != null) {
            return "duplicate_id";
        }
        for (String level : LEVELS) {
            String written = row.getOrDefault(COLUMNS.getOrDefault(level, ""), "");
            String above = levels.get(level + " " + written);
            if (above == null) {
                reject("level_unknown", file, rows, id.bare() + " below " + level + " " + written);
                continue;
            }
            below.broader.add(above);
            below = nodes.getOrDefault(above, below);
        }
        return null;
    }

    @Override
    public void end() {
        nodes.forEach((bare, node) -> sink.accept(new TopicRecord(
                bare,
                new Concept(
                        TopicReader.graphId(TopicReader.TOPICS, bare),
                        TopicReader.TOPICS,
                        node.label,
                        List.of(),
                        List.of(),
                        node.broader.stream()
                                .map(above -> TopicReader.graphId(TopicReader.TOPICS, above))
                                .toList(),
                        List.of(),
                        null,
                        false),
                false)));
    }

    private void reject(String code, String file, CsvRows rows, String value) {
        sink.reject(new Rejection(code, file, rows.line(), value));
    }

    /** Returns OpenAlex's ids of levels by kind and name. */
    private static Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(TopicTree.class.getResourceAsStream("levels.csv"))) {
            CsvRows rows = new CsvRows(in);
            for (rows.next(); rows.next(); ) {
                String id = rows.values().getFirst();
                ids.put(id.replaceFirst("/.*", " ") + rows.values().getLast(), id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read levels.csv", e);
        }
        return Map.copyOf(ids);
    }
}
