package org.invisiblecollege.index;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.jspecify.annotations.Nullable;

/** The index of now. Readers take it once for each question and never wait; one writer publishes. Thread-safe. */
public final class LiveIndex {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile @Nullable IndexSnapshot current;
    private volatile @Nullable NameIndex names;
    private volatile Progress progress = new Progress(0, 0);

    /**
     * How far the first reading of the graph is.
     *
     * @param total 0 while it is not known
     */
    private record Progress(long papers, long total) {}

    /**
     * The index of now.
     *
     * @throws DomainException INDEX_NOT_READY with {@code papersRead} and {@code papers} while it is made
     */
    public IndexSnapshot current() {
        IndexSnapshot index = current;
        if (index == null) {
            Progress now = progress;
            throw new DomainException(
                    ErrorKind.NOT_READY,
                    "INDEX_NOT_READY",
                    "Networks are warming up: %,d of %,d papers read. Ask again in a moment; look-ups are answered."
                            .formatted(now.papers, now.total),
                    Map.of("papersRead", now.papers, "papers", now.total));
        }
        return index;
    }

    /** Returns the names of the authors, perhaps those of a moment ago; null until there are any. */
    public @Nullable NameIndex names() {
        return names;
    }

    /** The version of the index of now; null while it is made. */
    public @Nullable Long version() {
        IndexSnapshot index = current;
        return index == null ? null : index.version();
    }

    /** Waits until the index has a version; for those who have just written and go on to ask. */
    public boolean await(long version, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lock();
        try {
            while (!has(version)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean has(long version) {
        IndexSnapshot index = current;
        return index != null && index.version() >= version;
    }

    /** Says how far the first reading is. */
    public void reading(long papers, long total) {
        progress = new Progress(papers, total);
    }

    /** Makes a snapshot the current one, and then its names; meanwhile readers use the names of the previous one. */
    public void publish(IndexSnapshot snapshot) {
        lock.lock();
        try {
            current = snapshot;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        NameIndex known = names;
        if (known == null) {
            names = NameIndex.of(snapshot);
        } else if (known.index() != snapshot) {
            names = known.following(snapshot);
        }
    }
}
