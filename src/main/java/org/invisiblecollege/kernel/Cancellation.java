package org.invisiblecollege.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer is still wanted. The threads that compute an answer are bound to one; loops that are as long as the data
 * or the answer look at {@link #current} again and again, and waits for others are interrupted. Thread-safe.
 */
public final class Cancellation {

    /** Why an answer is no longer wanted. */
    public enum Reason {
        /** The time for it is over. */
        TIMEOUT,
        /** Nobody is there to read it. */
        CLIENT_GONE,
        /** The service stops. */
        STOPPING
    }

    /** Of the steps of a loop one in so many is checked, so that checks are not felt. */
    private static final int STEPS = 1 << 12;

    private static final ThreadLocal<Cancellation> BOUND = new ThreadLocal<>();

    /** What work looks at that nobody ends, such as a load. */
    private static final Cancellation NEVER = new Cancellation(null);

    /** By the clock of {@link System#nanoTime}; null without one. */
    private final @Nullable Long deadline;

    private final List<Runnable> listeners = new ArrayList<>();
    private volatile @Nullable Reason reason;

    private Cancellation(@Nullable Long deadline) {
        this.deadline = deadline;
    }

    /** Starts the time for an answer. */
    public static Cancellation after(Duration time) {
        return new Cancellation(System.nanoTime() + time.toNanos());
    }

    /** Returns that of this thread; one that is never cancelled if the thread has none. */
    public static Cancellation current() {
        Cancellation bound = BOUND.get();
        return bound == null ? NEVER : bound;
    }

    /** Returns that of this thread; null if the thread has none. */
    public static @Nullable Cancellation bound() {
        return BOUND.get();
    }

    /** Binds this thread to it until {@link #unbind}; {@link #call} does both. */
    public void bind() {
        BOUND.set(this);
    }

    /** Releases this thread from the one it is bound to. */
    public static void unbind() {
        BOUND.remove();
    }

    /** Returns what a supplier returns while this thread is bound to it. */
    public <T> T call(Supplier<T> work) {
        Cancellation before = BOUND.get();
        BOUND.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                BOUND.remove();
            } else {
                BOUND.set(before);
            }
        }
    }

    /**
     * Ends the work, and interrupts what waits. Only the first reason counts.
     *
     * @throws IllegalStateException for work that nobody may end
     */
    public synchronized void cancel(Reason why) {
        if (this == NEVER) {
            throw new IllegalStateException("Nobody waits for this work, so nobody can cancel it");
        }
        if (reason == null) {
            reason = why;
            listeners.forEach(Runnable::run);
            listeners.clear();
        }
    }

    /** Returns why the work is no longer wanted; null as long as it is. */
    public @Nullable Reason reason() {
        return reason;
    }

    /** Returns whether the time is over, or would be in so much time. */
    public boolean isOver() {
        return deadline != null && deadline - System.nanoTime() <= 0;
    }

    /** Returns the time that is left, a millisecond at least; null without a limit. */
    public @Nullable Duration left() {
        return deadline == null ? null : Duration.ofMillis(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }

    /**
     * Ends the caller if the work is no longer wanted.
     *
     * @throws CancelledException says why
     */
    public void check() {
        Reason why = reason;
        if (why != null) {
            throw new CancelledException(why);
        }
    }

    /** Does the same at some of the steps of a loop, the first of them step 0. */
    public void check(int step) {
        if ((step & (STEPS - 1)) == 0) {
            check();
        }
    }

    /** Has a listener called once, by the thread that cancels, or at once if it is too late for that. It must be quick. */
    public synchronized void onCancel(Runnable listener) {
        if (reason != null) {
            listener.run();
        } else if (this != NEVER) {
            listeners.add(listener);
        }
    }

    /** Something that waits for others. */
    @FunctionalInterface
    public interface Wait<T> {

        T get() throws InterruptedException;
    }

    /**
     * Returns what was waited for. If the work is cancelled meanwhile, the wait is interrupted and nothing else.
     *
     * @throws CancelledException also if another interrupts this thread, which stays interrupted then
     */
    public <T> T waiting(Wait<T> wait) {
        if (this == NEVER) {
            return uninterrupted(wait);
        }
        check();
        Interrupt interrupt = new Interrupt(Thread.currentThread());
        onCancel(interrupt);
        try {
            return wait.get();
        } catch (InterruptedException e) {
            check();
            throw interrupted();
        } catch (RuntimeException e) {
            // Perhaps it failed because it was interrupted.
            check();
            throw e;
        } finally {
            end(interrupt);
        }
    }

    /**
     * Returns the result of work that another thread can end.
     *
     * @param end is called once if the answer is no longer wanted while the work goes on; it must be quick
     * @throws CancelledException if the work is no longer wanted, whether it ended or not
     */
    public <T> T terminating(Runnable end, Supplier<T> work) {
        check();
        onCancel(end);
        try {
            return work.get();
        } catch (RuntimeException e) {
            // Perhaps it failed because it was ended.
            check();
            throw e;
        } finally {
            forget(end);
        }
    }

    private synchronized void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private static <T> T uninterrupted(Wait<T> wait) {
        try {
            return wait.get();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancelledException interrupted() {
        Thread.currentThread().interrupt();
        return new CancelledException(Reason.STOPPING);
    }

    private synchronized void end(Interrupt interrupt) {
        listeners.remove(interrupt);
        if (interrupt.isDone) {
            Thread.interrupted();
        }
    }

    /** Interrupts a thread that waits. */
    private static final class Interrupt implements Runnable {

        private final Thread thread;
        private boolean isDone;

        Interrupt(Thread thread) {
            this.thread = thread;
        }

        @Override
        public void run() {
            isDone = true;
            thread.interrupt();
        }
    }
}
