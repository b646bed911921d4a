package org.invisiblecollege.ingest.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.detect.UnreadableSource;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.run.IngestProperties;
import org.invisiblecollege.ingest.run.IngestRun;
import org.invisiblecollege.ingest.run.RecordedRuns;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Loads sources in the background, one after the other, as the command line does in the foreground. Each run is on
 * record before it begins. Closing cuts off the load that runs and drops those that wait; both go on when their sources
 * are started again. Thread-safe.
 */
@Component
public class IngestJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestJobs.class);

    /** Starts that may wait. */
    private static final int MAX_WAITING = 16;
    /** Page texts are a source each. */
    private static final int MAX_SOURCES = 500;

    private static final int MAX_SECONDS_TO_END = 10;

    private final Ingest ingest;
    private final RecordedRuns runs;
    private final @Nullable Path folder;
    /** What waits or runs in this process, with the ids of the runs. */
    private final Map<Wanted, String> taken = new LinkedHashMap<>();

    private @Nullable String running;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("ingest").factory());

    /** A load that would do the same as another one with an equal description. */
    private record Wanted(SourceDescription source, boolean isDry, Formats.Options options) {}

    private record Job(Wanted wanted, RecordSource source, IngestRun run) {}

    IngestJobs(Ingest ingest, RecordedRuns runs, IngestProperties properties) {
        this.ingest = ingest;
        this.runs = runs;
        this.folder = properties.directory();
    }

    /**
     * Starts to load what lies below {@code college.ingest.directory}. Files are read once for their checksums before
     * this returns. What waits or runs already, unchanged and with the same options, is not started again.
     *
     * @param format one of {@link Formats#names()}; null to tell it by the first file
     * @param paths files, folders and patterns, relative to the folder
     * @param isDry whether to find out what would be done and to write nothing but the run
     * @param year in which page texts were saved; null for other formats
     * @param identityEvidence whether ids of people in the source say who is who, where its format has such
     * @return the runs in the order of their sources, one for each page text and otherwise one
     * @throws DomainException INVALID_ARGUMENT if there is nothing to read, or not as it was asked for; NOT_CONFIGURED if
     *     there is no folder to read from; LIMIT_EXCEEDED if too much waits already, or this is too much at once
     */
    public List<IngestRun> start(
            @Nullable String format,
            List<String> paths,
            boolean isDry,
            @Nullable Integer year,
            boolean identityEvidence) {
        if (folder == null) {
            throw refused(
                    "NOT_CONFIGURED",
                    "This service may read no files: set college.ingest.directory to the folder it may load from.");
        }
        try {
            Formats.Options options = new Formats.Options(year, identityEvidence);
            List<RecordSource> sources = Formats.openBelow(folder, format, paths, options);
            if (sources.size() > MAX_SOURCES) {
                throw refused(
                        "LIMIT_EXCEEDED",
                        "These are " + sources.size() + " sources; start at most " + MAX_SOURCES + " at once.");
            }
            return enqueue(sources, isDry, options, false);
        } catch (UnreadableSource e) {
            throw DomainException.invalid(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts to load what the graph itself is the source of, as files are loaded. What runs already may have read too early
     * and is started another time; what waits is not.
     *
     * @throws DomainException LIMIT_EXCEEDED if too much waits already
     */
    public IngestRun start(RecordSource source) {
        return enqueue(List.of(source), false, Formats.Options.defaults(), true).getFirst();
    }

    private synchronized List<IngestRun> enqueue(
            List<RecordSource> sources, boolean isDry, Formats.Options options, boolean isAnother) {
        if (worker.isShutdown()) {
            throw refused("UNAVAILABLE", "The service is stopping; start the load again when it is back.");
        }
        List<IngestRun> answer = new ArrayList<>();
        List<Job> jobs = new ArrayList<>();
        for (RecordSource source : sources) {
            Wanted wanted = new Wanted(source.description(), isDry, options);
            String known = taken.get(wanted);
            if (known != null && !(isAnother && known.equals(running))) {
                runs.find(known).ifPresent(answer::add);
                continue;
            }
            if (worker.getQueue().remainingCapacity() == 0) {
                throw refused(
                        "LIMIT_EXCEEDED",
                        MAX_WAITING + " loads are waiting already; start this one when one has ended.");
            }
            IngestRun run = ingest.enlist(source.description(), isDry, Set.copyOf(taken.values()));
            taken.put(wanted, run.id());
            jobs.add(new Job(wanted, source, run));
            answer.add(run);
        }
        if (!jobs.isEmpty()) {
            worker.execute(() -> jobs.forEach(this::load));
        }
        return answer;
    }

    private void load(Job job) {
        if (worker.isShutdown()) {
            return;
        }
        String id = job.run.id();
        begun(id);
        try {
            IngestRun run = ingest.load(job.source, job.run, Progress.NONE);
            LOG.info("Loaded run={} state={} records={}", id, run.state(), run.records());
        } catch (InterruptedException e) {
            // Only closing interrupts, and the thread then ends by itself.
            LOG.info("Cut off run={}", id);
        } catch (Throwable e) {
            LOG.error("Failed run={}", id, e);
        } finally {
            ended(job);
        }
    }

    private synchronized void begun(String run) {
        running = run;
    }

    private synchronized void ended(Job job) {
        taken.remove(job.wanted, job.run.id());
        running = null;
    }

    private static DomainException refused(String code, String message) {
        return new DomainException(ErrorKind.INVALID, code, message, Map.of());
    }

    @Override
    public void close() {
        synchronized (this) {
            worker.shutdownNow();
        }
        try {
            if (!worker.awaitTermination(MAX_SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("A load did not end within {} s", MAX_SECONDS_TO_END);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (this) {
            taken.values().forEach(ingest::cutOff);
            taken.clear();
        }
    }
}
