package org.invisiblecollege.indexsync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.IndexChanges;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.IndexUpdate;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.SnapshotFile;
import org.invisiblecollege.indexsync.GraphReader.Entry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the index true on a thread of its own: takes the snapshot on disk, or reads the graph, and then follows the change
 * log. A log that does not go back far enough, or another graph than the one of the snapshot, makes it read the graph
 * anew, while the index it had goes on answering.
 */
final class IndexFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

    private static final int MAX_ENTRIES_AT_ONCE = 200;
    /** The next start can follow the log as far as this in a second or so. */
    private static final long MIN_VERSIONS_BEFORE_SNAPSHOT = 500;
    /** A small graph is indexed before the first question can come. */
    private static final Duration MAX_WAIT_AT_START = Duration.ofSeconds(2);

    /** A change that cannot be followed is made good by reading everything. */
    private static final int MAX_FAILURES = 5;

    private static final long NANOS_OF_MILLISECOND = 1_000_000;

    private final LiveIndex index;
    private final GraphReader reader;
    private final IndexProperties properties;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;
    private @Nullable IndexSnapshot current;
    private long versionOnDisk = -1;
    private int failures;

    IndexFollower(LiveIndex index, Graph graph, IndexProperties properties) {
        this.index = index;
        this.reader = new GraphReader(graph);
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

    /** Says that this process wrote; others are noticed when the log is looked at next. */
    void nudge() {
        nudges.release();
    }

    private void follow() {
        while (running) {
            try {
                step();
                failures = 0;
                if (nudges.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException | OutOfMemoryError e) {
                if (!running) {
                    break;
                }
                if (failures++ % MAX_FAILURES == 0) {
                    LOG.warn("The index cannot follow the graph and tries again", e);
                }
                pause();
            }
        }
        save();
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() {
        IndexSnapshot known = current;
        if (known == null) {
            known = fromDisk();
        }
        if (known == null || failures >= MAX_FAILURES) {
            readGraph();
            return;
        }
        while (true) {
            List<Entry> log = reader.changes(known.version(), MAX_ENTRIES_AT_ONCE);
            if (!follows(log, known)) {
                LOG.info("The change log does not go back to the index of version {}", known.version());
                readGraph();
                return;
            }
            List<Entry> news =
                    upToGap(log.stream().skip(known.version() == 0 ? 0 : 1).toList(), known.version());
            if (news.stream().anyMatch(Entry::everything)) {
                readGraph();
                return;
            }
            if (!news.isEmpty()) {
                IndexChanges changes = reader.read(news, known);
                Entry last = news.getLast();
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

    /** Versions have no gaps: what comes after one was read too early. */
    private static List<Entry> upToGap(List<Entry> news, long version) {
        int size = 0;
        while (size < news.size() && news.get(size).version() == version + size + 1) {
            size++;
        }
        return news.subList(0, size);
    }

    /** Whether the log has the entry of the index's own version, so that it is the same graph and nothing is missing. */
    private static boolean follows(List<Entry> log, IndexSnapshot known) {
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
        IndexSnapshot read = reader.everything(papers -> {
            index.reading(papers, total);
            if (papers % 100_000 == 0) {
                LOG.info("{} of {} papers indexed", papers, total);
            }
        });
        current = read;
        index.publish(read);
        say("the graph", read, started);
        save();
    }

    private @Nullable IndexSnapshot fromDisk() {
        Path file = properties.snapshot();
        long started = System.nanoTime();
        try {
            IndexSnapshot read = SnapshotFile.read(file);
            versionOnDisk = read.version();
            say("its snapshot", read, started);
            return read;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The snapshot of the index at {} is not used: {}", file, e.toString());
            return null;
        }
    }

    private static void say(String from, IndexSnapshot read, long started) {
        LOG.info(
                "Index of {} papers and {} people, {} MB, read from {} in {} ms",
                read.papers().count(),
                read.authors().count(),
                read.bytes() / 1_000_000,
                from,
                (System.nanoTime() - started) / NANOS_OF_MILLISECOND);
    }

    private void save() {
        IndexSnapshot known = current;
        if (known == null || known.version() == versionOnDisk) {
            return;
        }
        try {
            Path folder = properties.snapshot().toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            SnapshotFile.write(known, properties.snapshot());
            versionOnDisk = known.version();
        } catch (IOException e) {
            LOG.warn("The snapshot of the index cannot be written: {}", e.toString());
            versionOnDisk = known.version();
        }
    }
}
