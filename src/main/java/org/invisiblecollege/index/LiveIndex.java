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
    private final ReentrantLock namesLock = new ReentrantLock();
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

    /** The names of the people of now; null while the index is made. */
    public @Nullable NameIndex names() {
        NameIndex known = names;
        if (isOfNow(known)) {
            return known;
        }
        boolean isMine = known != null ? namesLock.tryLock() : lockNames();
        if (!isMine) {
            // Somebody makes the next ones; those of a moment ago will do.
            return known;
        }
        try {
            known = names;
            IndexSnapshot index = current;
            if (index != null && !isOfNow(known)) {
                known = known == null ? NameIndex.of(index) : known.following(index);
                names = known;
            }
            return known;
        } finally {
            namesLock.unlock();
        }
    }

    private boolean lockNames() {
        namesLock.lock();
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // one that was read anew may be equal to look at
    private boolean isOfNow(@Nullable NameIndex known) {
        return known == null ? current == null : known.index() == current;
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

    /** Makes an index the one of now, and its names known. */
    public void publish(IndexSnapshot index) {
        lock.lock();
        try {
            current = index;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        names();
    }
}
