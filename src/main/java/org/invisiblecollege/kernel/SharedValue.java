package org.invisiblecollege.kernel;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that the first who asks computes for all. Others wait for it, unless their own work is cancelled; if the computation
 * throws, also because it is cancelled, the next one computes it anew. A computation may ask for other shared values.
 * Thread-safe.
 */
public final class SharedValue<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable T value;

    /** Returns the value. */
    public T get(Supplier<T> make) {
        T known = value;
        return known == null ? computed(make) : known;
    }

    private T computed(Supplier<T> make) {
        Cancellation.current().waiting(() -> {
            lock.lockInterruptibly();
            return lock;
        });
        try {
            T known = value;
            if (known == null) {
                known = make.get();
                value = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
