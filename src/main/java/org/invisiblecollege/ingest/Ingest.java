package org.invisiblecollege.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.version.VersionedGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads sources into a live graph, one after the other. Loading a source again changes nothing but what the source
 * changed; a load that was cut off goes on when the source is loaded again.
 */
public class Ingest {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final CypherFile GRAPH_HAS_PAPERS = CypherFile.of(Ingest.class, "graph-has-papers");
    private static final CypherFile AWAIT_INDEXES = CypherFile.of(Ingest.class, "await-indexes");
    private static final String SEED_RUN = "run:seeds";

    private final Graph graph;
    private final VersionedGraph versions;
    private final IngestRuns runs;
    private final Clock clock;
    private final GraphProperties graphProperties;
    private final IngestProperties properties;
    private final Supplier<Vocabulary> vocabulary;
    private final IngestMeters meters;

    Ingest(
            Graph graph,
            VersionedGraph versions,
            IngestRuns runs,
            Clock clock,
            GraphProperties graphProperties,
            IngestProperties properties,
            Supplier<Vocabulary> vocabulary,
            IngestMeters meters) {
        this.graph = graph;
        this.versions = versions;
        this.runs = runs;
        this.clock = clock;
        this.graphProperties = graphProperties;
        this.properties = properties;
        this.vocabulary = vocabulary;
        this.meters = meters;
    }

    /** Whether the bundled data is still to be loaded: into an empty graph, or where an earlier load was cut off. */
    public boolean needsSeeds() {
        return runs.findById(SEED_RUN).map(run -> !run.isDone()).orElseGet(this::isEmpty);
    }

    /** Whether nothing was ever loaded. */
    public boolean isEmpty() {
        return !graph.one(GRAPH_HAS_PAPERS, Map.of(), row -> row.get("loaded").asBoolean());
    }

    /** Loads the bundled data; doing it again changes nothing. */
    public synchronized void loadSeeds(List<SourceRecords> sources) {
        LOG.info("Loading the bundled data");
        Instant start = clock.instant();
        Optional<IngestRun> earlier = runs.findById(SEED_RUN);
        boolean wasCutOff = earlier.isPresent() && !earlier.get().isDone();
        IngestRun run = runs.save(earlier.map(IngestRun::begunAgain)
                .orElseGet(() -> IngestRun.started(SEED_RUN, SEED_RUN, "Bundled data", start)));
        int records = 0;
        try {
            new VocabularyWriter(versions).write(vocabulary.get().concepts());
            for (SourceRecords source : sources) {
                SourceLoad load = load(source.source(), wasCutOff, false);
                List<SourceRecord> all = source.all();
                load.learn(all);
                load.begin();
                load.write(all);
                load.finish(Progress.NONE);
                records += source.papers().size();
            }
            runs.save(run.done(clock.instant(), outcome(records, Map.of(), Map.of(), null)));
            LOG.info(
                    "Loaded the bundled data: records={} sources={} millis={}",
                    records,
                    sources.size(),
                    Duration.between(start, clock.instant()).toMillis());
        } catch (RuntimeException e) {
            saveFailed(run, e, outcome(records, Map.of(), Map.of(), null));
            throw e;
        }
    }

    /**
     * Loads a source of any size.
     *
     * @param isDry whether to report what would be done and to write nothing; the run is then not on record either
     * @throws IOException if the source cannot be read on; the run is FAILED, and loading the source again goes on
     */
    public synchronized IngestRun load(RecordSource source, boolean isDry, Progress progress)
            throws IOException, InterruptedException {
        SourceDescription description = source.description();
        Optional<IngestRun> cutOff = runs.findBySourceOrderByStartedAtDesc(description.id()).stream()
                .findFirst()
                .filter(run -> !run.isDone());
        Instant start = clock.instant();
        IngestRun begun = cutOff.map(IngestRun::begunAgain)
                .orElseGet(() -> IngestRun.started(
                        "run:" + description.id() + ":" + start, description.id(), description.name(), start));
        RunProgress told = new RunProgress(isDry ? begun : runs.save(begun), runs, progress, isDry);
        Path file = properties.reports().resolve(begun.id().replaceAll("[^A-Za-z0-9.-]+", "_") + ".jsonl");
        Map<String, Integer> skipped = new TreeMap<>();
        try (Rejections rejections = new Rejections(file)) {
            SourceLoad load = load(description, cutOff.isPresent(), isDry);
            try {
                read(source, load, rejections, skipped, told);
                load.finish(told);
            } catch (IOException | InterruptedException | RuntimeException e) {
                if (!isDry) {
                    saveFailed(told.run(), e, outcome(load.records(), load.counts(), skipped, rejections));
                }
                throw e;
            }
            IngestRun done =
                    told.run().done(clock.instant(), outcome(load.records(), load.counts(), skipped, rejections));
            return isDry ? done : runs.save(done);
        }
    }

    /** Takes note of a load that made the store, once its indexes are there. */
    public IngestRun loadedInBulk(IngestRun run) {
        graph.list(AWAIT_INDEXES, Map.of(), row -> row);
        return runs.findById(run.id()).orElseGet(() -> runs.save(run));
    }

    private void read(
            RecordSource source,
            SourceLoad load,
            Rejections rejections,
            Map<String, Integer> skipped,
            RunProgress progress)
            throws IOException, InterruptedException {
        Vocabulary topics = vocabulary.get();
        if (!progress.isDry()) {
            new VocabularyWriter(versions).write(topics.concepts());
        }
        if (load.needsLearning()) {
            new SourceReader(source, record -> record, rejection -> {}, new TreeMap<>(), meters, progress)
                    .read("Learning who is who", load::learn);
        }
        load.begin();
        new SourceReader(
                        source,
                        record -> MentionedTopics.in(record, topics.matcher()),
                        rejections,
                        skipped,
                        meters,
                        progress)
                .read("Loading", load::write);
    }

    private SourceLoad load(SourceDescription source, boolean wasCutOff, boolean isDry) {
        return new SourceLoad(graph, versions, clock, source, graphProperties.maxAuthorsPerPaper(), wasCutOff, isDry);
    }

    private static IngestRun.Outcome outcome(
            int records, Map<String, Long> counts, Map<String, Integer> skipped, @Nullable Rejections rejections) {
        Path file = rejections == null ? null : rejections.file();
        return new IngestRun.Outcome(
                records,
                counts,
                skipped,
                rejections == null ? Map.of() : rejections.counts(),
                rejections == null ? List.of() : rejections.first(),
                file == null ? null : file.toString());
    }

    /** Where the database is gone too, the first failure is the one to be told. */
    private void saveFailed(IngestRun run, Exception failure, IngestRun.Outcome outcome) {
        try {
            runs.save(run.failed(clock.instant(), outcome, String.valueOf(failure.getMessage())));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
