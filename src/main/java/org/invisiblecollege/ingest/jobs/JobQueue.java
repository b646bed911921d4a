package org.invisiblecollege.ingest.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.run.IngestRun;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads sources one after the other on a thread of its own. Each run is recorded before it begins. Closing interrupts the
 * load that runs and drops those that wait; both go on when their sources are started again. Thread-safe.
 */
final class JobQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

    /** How many starts may wait, each with any number of sources. */
    private static final int MAX_WAITING = 16;

    private static final int MAX_SECONDS_TO_END = 10;

    private final Loads loads;
    /** The ids of the runs that wait or run in this process. */
    private final Map<Wanted, String> taken = new LinkedHashMap<>();

    private @Nullable String running;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("ingest").factory());

    /** Records runs and loads their sources. */
    interface Loads {

        Optional<IngestRun> find(String run);

        /**
         * Records a run before it begins.
         *
         * @param taken ids of the runs of this process
         */
        IngestRun enlist(SourceDescription source, boolean isDry, Set<String> taken);

        IngestRun load(RecordSource source, IngestRun run) throws IOException, InterruptedException;

        /** Records that a run will not go on in this process, unless it has ended. */
        void cutOff(String run);
    }

    /** Identifies a load: two that are equal would do the same. */
    private record Wanted(SourceDescription source, boolean isDry, Formats.Options options) {}

    private record Job(Wanted wanted, RecordSource source, IngestRun run) {}

    JobQueue(Loads loads) {
        this.loads = loads;
    }

    /**
     * Starts to load all sources or, if one of them cannot be recorded, none. What waits or runs already is not started
     * again.
     *
     * @param repeatsRunning whether to start a source again that is being loaded
     * @return the runs in the order of the sources
     * @throws DomainException LIMIT_EXCEEDED if too much waits already; UNAVAILABLE if this queue is closed
     */
    synchronized List<IngestRun> start(
            List<RecordSource> sources, boolean isDry, Formats.Options options, boolean repeatsRunning) {
        if (worker.isShutdown()) {
            throw refused("UNAVAILABLE", "The service is stopping; start the load again when it is back.");
        }
        List<IngestRun> runs = new ArrayList<>();
        Map<Wanted, Job> jobs = new LinkedHashMap<>();
        try {
            for (RecordSource source : sources) {
                Wanted wanted = new Wanted(source.description(), isDry, options);
                String known = taken.get(wanted);
                if (known != null && !(repeatsRunning && known.equals(running))) {
                    loads.find(known).ifPresent(runs::add);
                } else {
                    runs.add(jobs.computeIfAbsent(wanted, absent -> enlist(absent, source, jobs.values())).run);
                }
            }
        } catch (RuntimeException | Error e) {
            jobs.values().forEach(job -> cutOff(job, e));
            throw e;
        }
        if (!jobs.isEmpty()) {
            jobs.forEach((wanted, job) -> taken.put(wanted, job.run.id()));
            worker.execute(() -> jobs.values().forEach(this::load));
        }
        return runs;
    }

    private Job enlist(Wanted wanted, RecordSource source, Iterable<Job> before) {
        if (worker.getQueue().remainingCapacity() == 0) {
            throw refused(
                    "LIMIT_EXCEEDED", MAX_WAITING + " loads are waiting already; start this one when one has ended.");
        }
        Set<String> ids = new HashSet<>(taken.values());
        before.forEach(job -> ids.add(job.run.id()));
        return new Job(wanted, source, loads.enlist(wanted.source, wanted.isDry, ids));
    }

    private void cutOff(Job job, Throwable failure) {
        try {
            loads.cutOff(job.run.id());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void load(Job job) {
        if (worker.isShutdown()) {
            return;
        }
        String id = job.run.id();
        begin(id);
        try {
            IngestRun run = loads.load(job.source, job.run);
            LOG.info("Loaded run={} state={} records={}", id, run.state(), run.records());
        } catch (InterruptedException e) {
            // Only closing interrupts, and the thread then ends by itself.
            LOG.info("Interrupted run={}", id);
        } catch (Throwable e) {
            // The jobs behind it still run.
            LOG.error("Failed run={}", id, e);
        } finally {
            end(job);
        }
    }

    private synchronized void begin(String run) {
        running = run;
    }

    private synchronized void end(Job job) {
        taken.remove(job.wanted, job.run.id());
        running = null;
    }

    static DomainException refused(String code, String message) {
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
            taken.values().forEach(loads::cutOff);
            taken.clear();
        }
    }
}
