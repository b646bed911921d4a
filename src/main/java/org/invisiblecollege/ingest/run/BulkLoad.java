package org.invisiblecollege.ingest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.KnownGraph;
import org.invisiblecollege.ingest.resolve.Resolver;
import org.invisiblecollege.ingest.topics.MentionedTopics;
import org.invisiblecollege.ingest.topics.Vocabulary;
import org.invisiblecollege.ingest.write.BulkWriter;
import org.invisiblecollege.ingest.write.ImportTable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the first load of an empty store as tables for Neo4j's importer. It takes papers only; {@link Ingest} writes the
 * people, organisations, topics and withdrawn records of the source afterwards, when the papers are in the graph. If the
 * load is interrupted, the next load of the same source uses its complete tables.
 */
public final class BulkLoad {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MARKER = "tables.json";

    private final RecordSource source;
    private final Vocabulary vocabulary;
    private final IngestSettings settings;
    private final Path folder;
    private final Clock clock;

    /**
     * Complete tables.
     *
     * @param sha256 checksum of the source
     * @param nodes {@code label=file} of each table of nodes
     * @param edges {@code type=file} of each table of edges
     * @param hasOthers whether the source has records other than papers, which are still to be loaded
     * @param run the run that wrote them
     */
    public record Tables(String sha256, List<String> nodes, List<String> edges, boolean hasOthers, IngestRun run) {}

    /**
     * Creates a load.
     *
     * @param folder for the tables; anything in it is deleted
     */
    public BulkLoad(RecordSource source, Vocabulary vocabulary, IngestSettings settings, Path folder, Clock clock) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
    }

    /** Returns the separator of the items of a list in the tables. */
    public static char listSeparator() {
        return ImportTable.LIST_SEPARATOR;
    }

    /** Returns the complete tables that an earlier load left. */
    public static Optional<Tables> leftover(Path folder) throws IOException {
        Path marker = folder.resolve(MARKER);
        return Files.exists(marker)
                ? Optional.of(JSON.readValue(Files.readString(marker), Tables.class))
                : Optional.empty();
    }

    /** Writes the tables, or returns those that an earlier load of the same source left. */
    public Tables write(Progress progress) throws IOException, InterruptedException {
        SourceDescription description = source.description();
        Path marker = folder.resolve(MARKER);
        Optional<Tables> earlier = leftover(folder)
                .filter(tables -> tables.sha256.equals(description.sha256())
                        && tables.run.source().equals(description.id()));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Instant start = clock.instant();
        String id = "run:" + description.id() + ":" + start;
        Path file = settings.reports().resolve(id.replaceAll("[^A-Za-z0-9.-]+", "_") + ".jsonl");
        try (Reports reports = new Reports(file);
                BulkWriter writer =
                        new BulkWriter(folder, description, settings.maxAuthorsPerPaper(), start.toString())) {
            Tables tables = write(
                    IngestRun.pending(id, description.id(), description.name(), false, start)
                            .begun(start),
                    reports,
                    writer,
                    progress);
            Path draft = folder.resolve(MARKER + ".new");
            Files.writeString(draft, JSON.writeValueAsString(tables));
            Files.move(draft, marker);
            return tables;
        }
    }

    private Tables write(IngestRun run, Reports reports, BulkWriter writer, Progress progress)
            throws IOException, InterruptedException {
        Resolver resolver =
                new Resolver(KnownGraph.NOTHING, source.description(), source.identifiesPeople(), settings.names());
        Map<String, Integer> skipped = new TreeMap<>();
        IngestMeters meters = IngestMeters.unregistered();
        writer.writeVocabulary(vocabulary.concepts());
        if (resolver.needsLearning()) {
            new Pipeline(source, record -> record, ReportSink.NONE, new TreeMap<>(), meters, progress)
                    .read("Reading names", batch -> resolver.learn(papers(batch)));
        }
        resolver.endLearning(progress);
        boolean[] hasOthers = new boolean[1];
        Pipeline reader = new Pipeline(
                source,
                record -> MentionedTopics.in(record, vocabulary.matchers()),
                reports,
                skipped,
                meters,
                progress);
        int records = reader.read("Loading", batch -> {
            List<PaperRecord> papers = papers(batch);
            hasOthers[0] |= papers.size() < batch.size();
            List<PendingRecord> pending = new ArrayList<>();
            writer.write(resolver.resolve(papers, pending));
            writer.writePending(pending);
        });
        writer.finish(resolver.decisions(), resolver.nameTreatment(), progress);
        Map<String, Long> counts = new TreeMap<>(writer.counts());
        counts.putAll(resolver.namesakes());
        IngestRun done = run.done(clock.instant(), reports.outcome(records, counts, skipped));
        return new Tables(
                source.description().sha256(), arguments(writer, true), arguments(writer, false), hasOthers[0], done);
    }

    private static List<String> arguments(BulkWriter writer, boolean nodes) {
        return writer.tables().stream()
                .filter(table -> table.isNodes() == nodes)
                .map(ImportTable::argument)
                .toList();
    }

    static List<PaperRecord> papers(List<IngestRecord> batch) {
        return batch.stream()
                .filter(PaperRecord.class::isInstance)
                .map(PaperRecord.class::cast)
                .toList();
    }
}
