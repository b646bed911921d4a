package org.invisiblecollege.ingest.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.author.GraphProperties;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceContents;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.topics.LoadedVocabularies;
import org.invisiblecollege.ingest.topics.MentionedTopics;
import org.invisiblecollege.ingest.topics.Vocabulary;
import org.invisiblecollege.ingest.write.CandidateSearch;
import org.invisiblecollege.ingest.write.VocabularyWriter;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.TopicMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads sources into a live graph, one after the other. Loading a source again changes only what has changed in the source;
 * an interrupted load goes on when its source is loaded again.
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
    private final LoadLock lock;

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
        this.lock = new LoadLock(graph);
    }

    /** Loads the bundled data into an empty graph, or again if an earlier load of it did not end. */
    public synchronized void loadMissingSeeds(Supplier<List<SourceContents>> sources) {
        if (needsSeeds()) {
            lock.whileHeld(() -> {
                // Another process that started with this one may have loaded them.
                if (needsSeeds()) {
                    loadSeedsLocked(sources.get());
                }
            });
        }
    }

    private boolean needsSeeds() {
        return runs.findById(SEED_RUN).map(run -> !run.isDone()).orElseGet(this::isEmpty);
    }

    /** Whether the graph has no papers. */
    public boolean isEmpty() {
        return !graph.one(GRAPH_HAS_PAPERS, Map.of(), row -> row.get("loaded").asBoolean());
    }

    /** Loads a bundled source that is read record by record, unless its last load ended well. */
    public void loadMissing(RecordSource source) throws IOException, InterruptedException {
        if (lastOf(source.description().id()).filter(IngestRun::isDone).isEmpty()) {
            LOG.info("Loading {}", source.description().name());
            IngestRun run = load(source, false, Progress.NONE);
            LOG.info(
                    "Loaded {}: records={} millis={}",
                    run.name(),
                    run.records(),
                    Duration.between(run.startedAt(), clock.instant()).toMillis());
        }
    }

    /** Loads the bundled data; loading it again changes nothing. */
    public synchronized void loadSeeds(List<SourceContents> sources) {
        lock.whileHeld(() -> loadSeedsLocked(sources));
    }

    private void loadSeedsLocked(List<SourceContents> sources) {
        LOG.info("Loading the bundled data");
        Instant start = clock.instant();
        Optional<IngestRun> earlier = runs.findById(SEED_RUN);
        boolean wasInterrupted = earlier.isPresent() && !earlier.get().isDone();
        IngestRun run = runs.save(earlier.map(IngestRun::pendingAgain)
                .orElseGet(() -> IngestRun.pending(SEED_RUN, SEED_RUN, "Bundled data", false, start))
                .begun(start));
        int records = 0;
        try {
            Vocabulary bundled = vocabulary.get();
            new VocabularyWriter(versions).write(bundled.concepts());
            List<TopicMatcher> others = loadedMatchers(bundled);
            for (SourceContents source : sources) {
                SourceLoad load = load(source.source(), false, RecordSource.Schemes.NONE, wasInterrupted, false);
                List<IngestRecord> all = source.all().stream()
                        .map(record ->
                                record instanceof PaperRecord paper ? MentionedTopics.addTo(paper, others) : record)
                        .toList();
                load.learn(all);
                load.begin(Progress.NONE);
                load.write(all);
                load.finish(Progress.NONE);
                records += source.papers().size();
            }
            runs.save(run.done(clock.instant(), IngestRun.Outcome.soFar(records)));
            LOG.info(
                    "Loaded the bundled data: records={} sources={} millis={}",
                    records,
                    sources.size(),
                    Duration.between(start, clock.instant()).toMillis());
        } catch (RuntimeException | Error e) {
            saveFailure(run, e, IngestRun.Outcome.soFar(records));
            throw e;
        }
    }

    /**
     * Loads a source of any size.
     *
     * @param isDry whether to report what would be done and to write nothing but the run
     * @throws IOException if the source cannot be read; the run is FAILED, and loading the source again goes on
     * @throws InterruptedException if this thread was interrupted; the run is INTERRUPTED, and loading again goes on
     */
    public IngestRun load(RecordSource source, boolean isDry, Progress progress)
            throws IOException, InterruptedException {
        return load(source, enlist(source.description(), isDry, Set.of()), progress);
    }

    /**
     * Records a load before it begins, as the last run of the source if that did not end, else as a new one.
     *
     * @param taken ids of runs that wait or run in this process, so that none of them was interrupted
     * @return a pending run
     */
    public IngestRun enlist(SourceDescription source, boolean isDry, Set<String> taken) {
        Instant now = clock.instant();
        Optional<IngestRun> interrupted = isDry
                ? Optional.empty()
                : lastOf(source.id()).filter(run -> !run.isDone() && !taken.contains(run.id()));
        return runs.save(interrupted
                .map(IngestRun::pendingAgain)
                .orElseGet(() -> IngestRun.pending(
                        (isDry ? "dry-run:" : "run:") + source.id() + ":" + now,
                        source.id(),
                        source.name(),
                        isDry,
                        now)));
    }

    /**
     * Loads a source.
     *
     * @param waiting the run that {@link #enlist} returned
     * @throws IOException if the source cannot be read; the run is FAILED, and loading the source again goes on
     * @throws InterruptedException if this thread was interrupted; the run is INTERRUPTED, and loading again goes on
     */
    public synchronized IngestRun load(RecordSource source, IngestRun waiting, Progress progress)
            throws IOException, InterruptedException {
        Path file = properties.reports().resolve(waiting.id().replaceAll("[^A-Za-z0-9.-]+", "_") + ".jsonl");
        Map<String, Integer> skipped = new TreeMap<>();
        try (RunProgress run = new RunProgress(waiting, runs, progress);
                Reports reports = new Reports(file)) {
            run.save(waiting.begun(clock.instant()));
            SourceLoad load = null;
            try {
                if (!waiting.isDry()) {
                    run.acquire(lock);
                }
                load = load(
                        source.description(),
                        source.identifiesPeople(),
                        source.upkeep(),
                        wasInterrupted(waiting),
                        waiting.isDry());
                read(source, load, reports, skipped, run);
                load.finish(run);
                // A file of rejections that cannot be completed fails the load.
                reports.flush();
                return run.save(
                        run.run().done(clock.instant(), reports.outcome(load.records(), load.counts(), skipped)));
            } catch (IOException | InterruptedException | RuntimeException | Error e) {
                IngestRun.Outcome outcome = load == null
                        ? IngestRun.Outcome.soFar(0)
                        : reports.outcome(load.records(), load.counts(), skipped);
                if (saveFailure(run.run(), e, outcome) && !(e instanceof InterruptedException)) {
                    InterruptedException interrupted =
                            new InterruptedException("Interrupted the load of " + waiting.name());
                    interrupted.initCause(e);
                    throw interrupted;
                }
                throw e;
            }
        }
    }

    /** Whether an earlier load of the source did not end. */
    private boolean wasInterrupted(IngestRun waiting) {
        return waiting.attempts() > 0
                || lastOf(waiting.source())
                        .filter(run -> !run.id().equals(waiting.id()) && !run.isDone())
                        .isPresent();
    }

    /** Records that a run will not go on in this process; does nothing if it has ended or does not exist. */
    public void interrupt(String id) {
        runs.findById(id)
                .filter(run -> !run.isEnded())
                .ifPresent(run -> runs.save(run.interrupted(clock.instant(), IngestRun.Outcome.soFar(run.records()))));
    }

    /**
     * Records a bulk load after waiting for the indexes of its store, and offers people who may be one to curators.
     *
     * @param progress of the waiting; ends when this does
     */
    public IngestRun recordBulkLoad(IngestRun run, Progress progress) {
        graph.list(AWAIT_INDEXES, Map.of(), row -> row);
        progress.end();
        return runs.findById(run.id()).orElseGet(() -> {
            new CandidateSearch(graph, versions, clock).run(progress);
            return runs.save(run);
        });
    }

    private void read(
            RecordSource source, SourceLoad load, Reports reports, Map<String, Integer> skipped, RunProgress progress)
            throws IOException, InterruptedException {
        Vocabulary topics = vocabulary.get();
        if (!progress.run().isDry()) {
            new VocabularyWriter(versions).write(topics.concepts());
        }
        if (load.needsLearning()) {
            new Pipeline(source, record -> record, ReportSink.NONE, new TreeMap<>(), meters, progress)
                    .read("Reading names", load::learn);
        }
        load.begin(progress);
        List<TopicMatcher> loaded = loadedMatchers(topics);
        List<TopicMatcher> all =
                Stream.concat(topics.matchers().stream(), loaded.stream()).toList();
        UnaryOperator<PaperRecord> findTopics = record ->
                record.mentions().isEmpty() ? MentionedTopics.in(record, all) : MentionedTopics.addTo(record, loaded);
        new Pipeline(source, findTopics, reports, skipped, meters, progress).read("Loading", load::write);
    }

    /** Returns the matchers of the schemes that users loaded. */
    private List<TopicMatcher> loadedMatchers(Vocabulary bundled) {
        Set<String> schemes = bundled.concepts().stream().map(Concept::scheme).collect(Collectors.toSet());
        return new LoadedVocabularies(graph).matchers(concept -> !schemes.contains(concept.scheme()));
    }

    private SourceLoad load(
            SourceDescription source,
            boolean identifiesPeople,
            RecordSource.Schemes upkeep,
            boolean wasInterrupted,
            boolean isDry) {
        return new SourceLoad(
                graph,
                versions,
                clock,
                source,
                identifiesPeople,
                upkeep,
                graphProperties.maxAuthorsPerPaper(),
                properties.names(),
                wasInterrupted,
                isDry);
    }

    /** Returns the last run of a source that was not a dry run. */
    private Optional<IngestRun> lastOf(String source) {
        return runs.findBySourceOrderByStartedAtDesc(source).stream()
                .filter(run -> !run.isDry())
                .findFirst();
    }

    /**
     * Records that a run failed or was interrupted. If the database is unreachable too, the first failure is reported.
     *
     * @return whether this thread was interrupted; it no longer is, because an interrupted thread can write no file
     */
    private boolean saveFailure(IngestRun run, Throwable failure, IngestRun.Outcome outcome) {
        boolean isInterrupted = Thread.interrupted() || failure instanceof InterruptedException;
        try {
            runs.save(
                    isInterrupted
                            ? run.interrupted(clock.instant(), outcome)
                            : run.failed(clock.instant(), outcome, FailureText.of(failure)));
        } catch (RuntimeException | Error e) {
            // The JVM may throw one and the same OutOfMemoryError twice.
            if (!e.equals(failure)) {
                failure.addSuppressed(e);
            }
        }
        return isInterrupted;
    }
}
