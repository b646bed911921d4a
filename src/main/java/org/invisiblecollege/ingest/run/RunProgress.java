package org.invisiblecollege.ingest.run;

import java.time.Duration;
import org.invisiblecollege.ingest.record.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Keeps the run in the graph up to date while it goes on, so that any copy of the service can tell. */
final class RunProgress implements Progress {

    private static final long SAVE_EVERY = Duration.ofSeconds(2).toNanos();

    private final IngestRuns runs;
    private final Progress next;
    private IngestRun run;
    private String stage = "";
    private long total;
    private long startedAt;
    private long savedAt;
    private LoadLock.@Nullable Turn turn;

    RunProgress(IngestRun run, IngestRuns runs, Progress next) {
        this.run = run;
        this.runs = runs;
        this.next = next;
    }

    /** Waits for the turn to load, and has it until it is let go. */
    void take(LoadLock turns) {
        save(run.at("Waiting for the turn to load", null, 0, 0));
        turn = turns.take();
    }

    void letGo() {
        if (turn != null) {
            turn.close();
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
        if (System.nanoTime() - savedAt >= SAVE_EVERY) {
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
        if (turn != null && !turn.isKept()) {
            throw new IllegalStateException("The database has ended the turn to load " + run.name()
                    + "; another process may load now. Loading it again goes on.");
        }
        save(run.at(stage, percent(done), records, perSecond));
    }

    /**
     * Keeps the run as it is now.
     *
     * @throws IllegalStateException if another process took the run for one that was cut off, and has begun it
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
