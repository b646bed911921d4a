package org.invisiblecollege.graphql.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.invisiblecollege.http.ClientConnection;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.Cancellation.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The requests that are being answered. It cancels those whose time is over and those whose client has left, and all of them
 * when the service stops. {@code college.requests.running} is their number, and {@code college.requests.cancelled} counts the
 * cancelled ones by reason. Thread-safe.
 */
public final class RunningRequests implements SmartLifecycle {

    /** Cancelled work ends within a fraction of a second; after this time it is given up. */
    static final Duration MAX_END = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RunningRequests.class);

    private static final Duration TICK = Duration.ofMillis(100);

    /** Most answers are there before; whether their clients are is not asked. */
    private static final Duration MIN_AGE = Duration.ofMillis(250);

    private static final Duration MAX_STOP = Duration.ofSeconds(1);

    private final Duration timeout;
    private final MeterRegistry meters;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private @Nullable Thread watch;
    private volatile boolean isStopping;

    /** @param timeout longest time for a request */
    public RunningRequests(Duration timeout, MeterRegistry meters) {
        this.timeout = timeout;
        this.meters = meters;
        meters.gaugeCollectionSize("college.requests.running", Tags.empty(), running);
    }

    /** Answers a request. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Exception> {

        T run(Cancellation cancellation) throws X;
    }

    /**
     * Returns what work returns that is cancelled when its time is over or its client has left.
     *
     * @param attributes returns an attribute of the request by name; its body must have been read
     */
    public <T extends @Nullable Object, X extends Exception> T run(
            Function<String, @Nullable Object> attributes, Work<T, X> work) throws X {
        Running request = new Running(timeout, ClientConnection.of(attributes));
        running.add(request);
        if (isStopping) {
            request.cancellation.cancel(Reason.STOPPING);
        }
        request.cancellation.bind();
        try {
            return work.run(request.cancellation);
        } finally {
            Cancellation.unbind();
            running.remove(request);
            request.end();
            Reason reason = request.cancellation.reason();
            if (reason != null) {
                LOG.debug("Request cancelled: reason={} millis={}", reason, request.millis());
                meters.counter("college.requests.cancelled", "reason", reason.name())
                        .increment();
            }
        }
    }

    /** Returns the longest time for a request. */
    Duration timeout() {
        return timeout;
    }

    /** Returns what the client of a cancelled request is told. */
    public Cancelled told(Reason reason) {
        return Cancelled.of(reason, timeout);
    }

    /** Looks at all requests again and again. Its thread has to be one of the system, since virtual ones wait for the walks. */
    @Override
    public void start() {
        isStopping = false;
        watch = Thread.ofPlatform().daemon().name("running-requests").start(this::watch);
    }

    private void watch() {
        try {
            while (!isStopping) {
                Thread.sleep(TICK);
                running.forEach(Running::look);
            }
        } catch (InterruptedException e) {
            // The service stops.
        }
    }

    /** Cancels all requests, and waits for them a moment, so that nothing is closed that they still use. */
    @Override
    public void stop() {
        isStopping = true;
        Thread watching = watch;
        if (watching != null) {
            watching.interrupt();
            watch = null;
        }
        if (running.isEmpty()) {
            return;
        }
        running.forEach(request -> request.cancellation.cancel(Reason.STOPPING));
        long end = System.nanoTime() + MAX_STOP.toNanos();
        try {
            while (!running.isEmpty() && System.nanoTime() - end < 0) {
                Thread.sleep(10);
            }
            // They are still to be told.
            Thread.sleep(TICK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /** A request that is being answered. */
    private static final class Running {

        private final Cancellation cancellation;
        private final @Nullable ClientConnection client;
        private final long started = System.nanoTime();
        private boolean hasEnded;

        Running(Duration timeout, @Nullable ClientConnection client) {
            this.cancellation = Cancellation.after(timeout);
            this.client = client;
        }

        long millis() {
            return (System.nanoTime() - started) / 1_000_000;
        }

        synchronized void look() {
            if (hasEnded || cancellation.reason() != null) {
                return;
            }
            if (cancellation.isOver()) {
                cancellation.cancel(Reason.TIMEOUT);
            } else if (client != null && millis() >= MIN_AGE.toMillis() && client.isClosed()) {
                cancellation.cancel(Reason.CLIENT_GONE);
            }
        }

        /** Its connection is for others from now on. */
        synchronized void end() {
            hasEnded = true;
        }
    }
}
