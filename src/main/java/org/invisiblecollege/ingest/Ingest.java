package org.invisiblecollege.ingest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.TopicMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads sources into the graph. */
public class Ingest {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final CypherFile GRAPH_HAS_PAPERS = CypherFile.of(Ingest.class, "graph-has-papers");
    private static final String SEED_RUN = "run:seeds";

    private final Graph graph;
    private final IngestRuns runs;
    private final Clock clock;
    private final GraphWriter writer;

    Ingest(Graph graph, IngestRuns runs, Clock clock, GraphProperties properties) {
        this.graph = graph;
        this.runs = runs;
        this.clock = clock;
        this.writer = new GraphWriter(graph, clock, properties.maxAuthorsPerPaper());
    }

    /** Whether the bundled data is still to be loaded: into an empty graph, or where an earlier load was cut off. */
    public boolean needsSeeds() {
        return runs.findById(SEED_RUN)
                .map(run -> run.state() != IngestRun.State.DONE)
                .orElseGet(() -> !graph.one(
                        GRAPH_HAS_PAPERS, Map.of(), row -> row.get("loaded").asBoolean()));
    }

    /** Loads the bundled data; doing it again changes nothing. */
    public void loadSeeds(List<SourceRecords> sources, List<Concept> vocabularies) {
        LOG.info("Loading the bundled data");
        Instant start = clock.instant();
        IngestRun run = runs.save(runs.findById(SEED_RUN)
                .map(earlier -> earlier.restarted(start))
                .orElseGet(() -> IngestRun.started(SEED_RUN, start)));
        try {
            writer.writeVocabularies(vocabularies);
            int records = 0;
            for (SourceRecords source : sources) {
                records += load(source);
            }
            runs.save(run.done(clock.instant(), records));
            LOG.info(
                    "Loaded the bundled data: records={} sources={} millis={}",
                    records,
                    sources.size(),
                    Duration.between(start, clock.instant()).toMillis());
        } catch (RuntimeException e) {
            runs.save(run.failed(clock.instant()));
            throw e;
        }
    }

    /**
     * Loads a source of any size; doing it again changes nothing.
     *
     * @param vocabularies topics that papers can have
     * @param matcher finds topics in titles and abstracts
     * @param rejections is told what could not be taken
     */
    public IngestReport load(
            RecordSource source,
            List<Concept> vocabularies,
            TopicMatcher matcher,
            Consumer<Rejection> rejections,
            Progress progress)
            throws IOException, InterruptedException {
        Instant start = clock.instant();
        SourceDescription description = source.description();
        IngestRun run = runs.save(IngestRun.started("run:" + description.id() + ":" + start, start));
        try {
            writer.writeVocabularies(vocabularies);
            Resolver resolver = new Resolver(graph, description);
            if (resolver.needsLearning()) {
                new SourceReader(source, record -> record, rejection -> {}, progress)
                        .read("Learning who is who", batch -> resolver.learn(papers(batch)));
            }
            resolver.endLearning();
            writer.writeSource(description, 0);
            Map<String, Integer> rejected = new TreeMap<>();
            SourceReader reader = new SourceReader(
                    source,
                    record -> MentionedTopics.in(record, matcher),
                    rejection -> {
                        rejected.merge(rejection.code(), 1, Integer::sum);
                        rejections.accept(rejection);
                    },
                    progress);
            int records = reader.read("Loading", batch -> write(description, resolver, papers(batch)));
            writer.writeSource(description, records);
            finish(resolver, progress);
            Instant end = clock.instant();
            runs.save(run.done(end, records));
            return new IngestReport(
                    records,
                    reader.skipped(),
                    rejected,
                    Duration.between(start, end).toMillis());
        } catch (IOException | InterruptedException | RuntimeException e) {
            runs.save(run.failed(clock.instant()));
            throw e;
        }
    }

    /** Loads a source that fits in memory. */
    private int load(SourceRecords records) {
        SourceDescription source = records.source();
        Resolver resolver = new Resolver(graph, source);
        resolver.learnOwners(records.people());
        resolver.learn(records.papers());
        resolver.endLearning();
        writer.writeSource(source, records.papers().size());
        write(source, resolver, records.papers());
        records.people().forEach(person -> writer.writePerson(source, person, resolver.author(person.name())));
        finish(resolver, Progress.NONE);
        return records.papers().size();
    }

    private void write(SourceDescription source, Resolver resolver, List<PaperRecord> batch) {
        List<PendingRecord> pending = new ArrayList<>();
        writer.write(source, resolver.resolve(batch, pending));
        writer.writePending(pending);
    }

    private static List<PaperRecord> papers(List<SourceRecord> batch) {
        return batch.stream()
                .filter(PaperRecord.class::isInstance)
                .map(PaperRecord.class::cast)
                .toList();
    }

    private void finish(Resolver resolver, Progress progress) {
        writer.writeDecisions(resolver.merged());
        writer.derive(progress);
    }
}
