package org.invisiblecollege.ingest.run;

import java.time.Duration;
import org.invisiblecollege.ingest.record.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Updates the run in the graph while its load goes on, so that every copy of the service can report it, and holds the load
 * lock until it is closed.
 */
final class RunProgress implements Progress, AutoCloseable {

    private static final long SAVE_INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

    private final IngestRuns runs;
    private final Progress next;
    private IngestRun run;
    private String stage = "";
    private long total;
    private long startedAt;
    private long savedAt;
    private @Nullable LockHandle lock;

    RunProgress(IngestRun run, IngestRuns runs, Progress next) {
        this.run = run;
        this.runs = runs;
        this.next = next;
    }

    /** Waits for the load lock. */
    void acquire(LoadLock loadLock) {
        save(run.at("Waiting for another load to end", null, 0, 0));
        lock = loadLock.acquire();
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }

    IngestRun run() {
        return run;
    }

    @Override
    public void start(String what, long all) {
        stage = what;
        total = all;
        startedAt = System.nanoTime();
        save(0, run.records(), 0);
        next.start(what, all);
    }

    @Override
    public void at(long done, int records) {
        if (System.nanoTime() - savedAt >= SAVE_INTERVAL_NANOS) {
            save(done, records, perSecond(records));
        }
        next.at(done, records);
    }

    @Override
    public void end() {
        next.end();
    }

    private void save(long done, int records, int perSecond) {
        savedAt = System.nanoTime();
        if (lock != null && !lock.isHeld()) {
            throw new IllegalStateException("The database released the lock of the load of " + run.name()
                    + ", so another process may load now. Load it again to go on.");
        }
        save(run.at(stage, percent(done), records, perSecond));
    }

    /**
     * Saves the run.
     *
     * @throws IllegalStateException if another process took the run for an interrupted one and has begun it
     */
    IngestRun save(IngestRun now) {
        try {
            run = runs.save(now);
            return run;
        } catch (OptimisticLockingFailureException e) {
            throw new IllegalStateException(
                    "Another process has begun to load " + run.name() + " and goes on with it.", e);
        }
    }

    private int perSecond(int records) {
        return (int) (records * 1_000_000_000L / Math.max(1, System.nanoTime() - startedAt));
    }

    private @Nullable Integer percent(long done) {
        return total <= 0 ? null : (int) Math.min(100, 100 * done / total);
    }
}
