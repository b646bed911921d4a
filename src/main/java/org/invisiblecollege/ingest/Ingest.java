package org.invisiblecollege.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.topic.Concept;
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
            writer.write(sources, new Resolution(sources));
            int records =
                    sources.stream().mapToInt(source -> source.papers().size()).sum();
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
}
