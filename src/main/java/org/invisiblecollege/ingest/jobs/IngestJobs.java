package org.invisiblecollege.ingest.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.detect.UnreadableSource;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.run.IngestProperties;
import org.invisiblecollege.ingest.run.IngestRun;
import org.invisiblecollege.ingest.run.RecordedRuns;
import org.invisiblecollege.ingest.source.seeds.BundledAnthology;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Loads sources in the background, one after the other, as the command line does in the foreground. Closing interrupts the
 * load that runs and drops those that wait; both go on when their sources are started again. Thread-safe.
 */
@Component
public class IngestJobs implements AutoCloseable {

    /** How many sources one start may have; each page text is a source. */
    private static final int MAX_SOURCES = 500;

    private static final String SEEDS = "seeds";

    private final @Nullable Path folder;
    private final JobQueue queue;

    IngestJobs(Ingest ingest, RecordedRuns runs, IngestProperties properties) {
        this.folder = properties.directory();
        this.queue = new JobQueue(new GraphLoads(ingest, runs));
    }

    /** Loads into the graph. */
    private record GraphLoads(Ingest ingest, RecordedRuns runs) implements JobQueue.Loads {

        @Override
        public Optional<IngestRun> find(String run) {
            return runs.find(run);
        }

        @Override
        public IngestRun enlist(SourceDescription source, boolean isDry, Set<String> taken) {
            return ingest.enlist(source, isDry, taken);
        }

        @Override
        public IngestRun load(RecordSource source, IngestRun run) throws IOException, InterruptedException {
            return ingest.load(source, run, Progress.NONE);
        }

        @Override
        public void cutOff(String run) {
            ingest.interrupt(run);
        }
    }

    /**
     * Starts to load files below {@code college.ingest.directory}. Reads them once for their checksums before it returns.
     * Does not start again what waits or runs already, unchanged and with the same options.
     *
     * @param format one of {@link Formats#names()}; null to detect it from the first file; {@code seeds} for bundled data,
     *     which needs no folder
     * @param paths files, folders and patterns, relative to the folder; {@code anthology} alone for bundled data
     * @param isDry whether to report what would be done and to write nothing but the run
     * @param year in which page texts were saved; null for other formats
     * @param identityEvidence whether the source's ids of people identify them, if its format has such ids
     * @return the runs in the order of their sources, one for each page text and otherwise one
     * @throws DomainException INVALID_ARGUMENT if there is nothing to read or a path or format is not valid;
     *     NOT_CONFIGURED if there is no folder to read from; LIMIT_EXCEEDED if too much waits already or these are too many
     *     sources
     */
    public List<IngestRun> start(
            @Nullable String format,
            List<String> paths,
            boolean isDry,
            @Nullable Integer year,
            boolean identityEvidence) {
        if (SEEDS.equals(format)) {
            return queue.start(List.of(bundled(paths)), isDry, Formats.Options.defaults(), false);
        }
        if (folder == null) {
            throw JobQueue.refused(
                    "NOT_CONFIGURED",
                    "This service may read no files: set college.ingest.directory to the folder it may load from.");
        }
        try {
            Formats.Options options = new Formats.Options(year, identityEvidence);
            List<RecordSource> sources = Formats.openBelow(folder, format, paths, options);
            if (sources.size() > MAX_SOURCES) {
                throw JobQueue.refused(
                        "LIMIT_EXCEEDED",
                        "These are " + sources.size() + " sources; start at most " + MAX_SOURCES + " at once.");
            }
            return queue.start(sources, isDry, options, false);
        } catch (UnreadableSource e) {
            throw DomainException.invalid(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordSource bundled(List<String> names) {
        if (!names.equals(List.of(BundledAnthology.NAME))) {
            throw DomainException.invalid("The bundled data that can be loaded is " + BundledAnthology.NAME + ".");
        }
        return new BundledAnthology();
    }

    /**
     * Starts to load a source that is computed from the graph. A load of it that runs already may have read too early, so it
     * is started again; one that waits is not.
     *
     * @throws DomainException LIMIT_EXCEEDED if too much waits already
     */
    public IngestRun start(RecordSource source) {
        return queue.start(List.of(source), false, Formats.Options.defaults(), true)
                .getFirst();
    }

    @Override
    public void close() {
        queue.close();
    }
}
