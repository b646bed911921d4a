package org.invisiblecollege.network;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps buffers of one kind between walks, so that a walk that reaches a hundred nodes need not allocate and clear a million
 * entries. Thread-safe.
 */
final class BufferPool<B> {

    private final Deque<B> idle = new ConcurrentLinkedDeque<>();
    /** Buffers beyond the number of walks that can run at a time are left to the garbage collector. */
    private final Semaphore permits = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    /** Takes the buffer given back last; null if none is idle. */
    @Nullable B poll() {
        B buffer = idle.pollFirst();
        if (buffer != null) {
            permits.release();
        }
        return buffer;
    }

    /** Gives a clean buffer back. */
    void offer(B buffer) {
        if (permits.tryAcquire()) {
            idle.addFirst(buffer);
        }
    }
}
