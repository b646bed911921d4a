package org.invisiblecollege.indexsync;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.invisiblecollege.index.IndexChanges;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.IndexUpdate;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.SnapshotFile;
import org.invisiblecollege.indexsync.GraphReader.LogEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the index up to date on a thread of its own: it reads the snapshot file or the graph, and then follows the change
 * log. If the log does not go back far enough, or the snapshot is of another graph, it reads the whole graph again, while
 * the index that is there answers queries. A failure of any kind is logged and repeated after a pause.
 */
final class IndexFollower implements SmartLifecycle {

    /** After as many failures in a row the whole graph is read, and {@link #failure} reports the last one. */
    static final int MAX_FAILURES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

    private static final int MAX_ENTRIES_AT_ONCE = 200;
    /** The next start follows as many versions within about a second. */
    private static final long MIN_VERSIONS_BEFORE_SNAPSHOT = 500;
    /** A small graph is indexed before the first query can arrive. */
    private static final Duration MAX_WAIT_AT_START = Duration.ofSeconds(2);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long NANOS_PER_MILLISECOND = 1_000_000;

    private final LiveIndex index;
    private final GraphReader reader;
    private final GraphScan scan;
    private final IndexProperties properties;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Throwable failure;
    private @Nullable Thread thread;
    private @Nullable IndexSnapshot current;
    private long versionOnDisk = -1;
    private int failures;

    IndexFollower(LiveIndex index, GraphReader reader, GraphScan scan, IndexProperties properties) {
        this.index = index;
        this.reader = reader;
        this.scan = scan;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("index").start(this::follow);
        try {
            index.await(0, MAX_WAIT_AT_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread following = thread;
        if (following != null) {
            following.interrupt();
            try {
                following.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Wakes the thread after a write of this process; writes of others are found when the log is polled. */
    void nudge() {
        nudges.release();
    }

    /** Returns the last failure after {@link #MAX_FAILURES} or more in a row; null otherwise. */
    @Nullable Throwable failure() {
        return failure;
    }

    private void follow() {
        while (running) {
            try {
                if (!tryStep()) {
                    Thread.sleep(PAUSE_AFTER_FAILURE);
                } else if (nudges.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
            } catch (InterruptedException e) {
                break;
            }
        }
        // An interrupted thread could not write the file.
        Thread.interrupted();
        save();
    }

    /** Returns whether the index is up to date now; an Error must not end the thread either. */
    private boolean tryStep() {
        try {
            step();
            failures = 0;
            failure = null;
            return true;
        } catch (Throwable e) {
            if (running) {
                if (failures++ % MAX_FAILURES == 0) {
                    LOG.warn("The index cannot follow the graph; it tries again every second", e);
                }
                failure = failures >= MAX_FAILURES ? e : null;
            }
            return false;
        }
    }

    private void step() {
        IndexSnapshot known = current == null && failures < MAX_FAILURES ? fromDisk() : current;
        if (known == null || failures >= MAX_FAILURES) {
            readGraph();
            return;
        }
        while (true) {
            List<LogEntry> log = reader.changes(known.version(), MAX_ENTRIES_AT_ONCE);
            if (!follows(log, known)) {
                LOG.info(
                        "The change log does not reach back to index version {}; the whole graph is read",
                        known.version());
                readGraph();
                return;
            }
            List<LogEntry> news =
                    upToGap(log.stream().skip(known.version() == 0 ? 0 : 1).toList(), known.version());
            if (news.stream().anyMatch(LogEntry::everything)) {
                readGraph();
                return;
            }
            if (!news.isEmpty()) {
                IndexChanges changes = reader.read(news, known);
                LogEntry last = news.getLast();
                known = IndexUpdate.of(known, changes, last.version(), last.at());
            }
            current = known;
            index.publish(known);
            if (news.size() < MAX_ENTRIES_AT_ONCE - 1) {
                if (known.version() - versionOnDisk > MIN_VERSIONS_BEFORE_SNAPSHOT) {
                    save();
                }
                return;
            }
        }
    }

    /** Returns the entries before the first missing version; versions have no gaps, so a later one was read too early. */
    private static List<LogEntry> upToGap(List<LogEntry> news, long version) {
        int size = 0;
        while (size < news.size() && news.get(size).version() == version + size + 1) {
            size++;
        }
        return news.subList(0, size);
    }

    /** Returns whether the log has the entry of the index's own version: it is the same graph then, and nothing is missing. */
    private static boolean follows(List<LogEntry> log, IndexSnapshot known) {
        if (known.version() == 0) {
            return log.isEmpty() || log.getFirst().version() == 1;
        }
        return !log.isEmpty()
                && log.getFirst().version() == known.version()
                && log.getFirst().at().equals(known.at());
    }

    private void readGraph() {
        long started = System.nanoTime();
        long total = reader.papers();
        index.reading(0, total);
        IndexSnapshot read = scan.everything(papers -> {
            index.reading(papers, total);
            if (papers % 100_000 == 0) {
                LOG.info("{} of {} papers indexed", papers, total);
            }
        });
        current = read;
        index.publish(read);
        logRead("the graph", read, started);
        save();
    }

    private @Nullable IndexSnapshot fromDisk() {
        Path file = properties.snapshot();
        long started = System.nanoTime();
        try {
            IndexSnapshot read = SnapshotFile.read(file);
            versionOnDisk = read.version();
            logRead("its snapshot", read, started);
            return read;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index snapshot {} is not used; the whole graph is read instead. {}", file, e.getMessage());
            return null;
        }
    }

    private static void logRead(String from, IndexSnapshot read, long started) {
        LOG.info(
                "Index of {} papers and {} authors, {} MB, read from {} in {} ms",
                read.papers().count(),
                read.authors().count(),
                read.bytes() / 1_000_000,
                from,
                (System.nanoTime() - started) / NANOS_PER_MILLISECOND);
    }

    private void save() {
        IndexSnapshot known = current;
        if (known == null || known.version() == versionOnDisk) {
            return;
        }
        try {
            SnapshotFile.write(known, properties.snapshot());
            versionOnDisk = known.version();
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The index snapshot {} cannot be written; the next start reads the graph. {}",
                    properties.snapshot(),
                    e.toString());
            versionOnDisk = known.version();
        }
    }
}
