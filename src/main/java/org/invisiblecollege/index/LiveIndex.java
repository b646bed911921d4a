package org.invisiblecollege.index;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * The current snapshot of the index. Readers take it once per query and never wait; one thread publishes. Thread-safe.
 */
public final class LiveIndex {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile @Nullable IndexSnapshot current;
    private volatile @Nullable NameIndexes names;
    private volatile WarmUp warmUp = new WarmUp(0, 0);

    /**
     * How far the first reading of the graph is.
     *
     * @param papers number of papers; 0 while unknown
     */
    public record WarmUp(long papersRead, long papers) {}

    /**
     * Returns the current snapshot.
     *
     * @throws DomainException INDEX_NOT_READY with {@code papersRead} and {@code papers} until there is one
     */
    public IndexSnapshot current() {
        IndexSnapshot snapshot = current;
        if (snapshot == null) {
            throw notReady();
        }
        return snapshot;
    }

    private DomainException notReady() {
        WarmUp now = warmUp;
        return new DomainException(
                ErrorKind.NOT_READY,
                "INDEX_NOT_READY",
                "Lists, searches and networks are warming up: %,d of %,d papers read. Ask again in a moment; look-ups are answered."
                        .formatted(now.papersRead, now.papers),
                Map.of("papersRead", now.papersRead, "papers", now.papers));
    }

    /** Returns how far the first reading of the graph is; null once there is a snapshot. */
    public @Nullable WarmUp warmUp() {
        return current == null ? warmUp : null;
    }

    /**
     * Returns the names of all nodes, perhaps those of a moment ago.
     *
     * @throws DomainException INDEX_NOT_READY until there are any
     */
    public NameIndexes names() {
        NameIndexes known = names;
        if (known == null) {
            throw notReady();
        }
        return known;
    }

    /** Returns the version of the current snapshot; null until there is one. */
    public @Nullable Long version() {
        IndexSnapshot snapshot = current;
        return snapshot == null ? null : snapshot.version();
    }

    /**
     * Waits until the index has reached a version, for callers that have just written and query next.
     *
     * @return false if it has not within the time
     */
    public boolean await(long version, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lock();
        try {
            while (!hasReached(version)) {
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

    private boolean hasReached(long version) {
        IndexSnapshot snapshot = current;
        return snapshot != null && snapshot.version() >= version;
    }

    /** Records how far the first reading of the graph is. */
    public void reading(long papersRead, long papers) {
        warmUp = new WarmUp(papersRead, papers);
    }

    /**
     * Makes a snapshot and its names the current ones. Only those of a first snapshot come after it, since they take longer and
     * networks do without.
     */
    public void publish(IndexSnapshot snapshot) {
        NameIndexes known = names;
        NameIndexes next = known == null || known.snapshot() == snapshot ? known : known.following(snapshot);
        lock.lock();
        try {
            current = snapshot;
            names = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (next == null) {
            names = NameIndexes.of(snapshot);
        }
    }
}
