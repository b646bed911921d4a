package org.invisiblecollege.ingest.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What loading measures: {@code college.ingest.records} and {@code college.ingest.rejections} (by code) count,
 * {@code college.ingest.batch} times a batch, {@code college.ingest.queue} says how many batches wait between reading and
 * writing: full means that writing is the slower one.
 */
final class IngestMeters {

    private final MeterRegistry registry;
    private final Counter records;
    private final Timer batches;
    private final AtomicReference<Queue<?>> queue = new AtomicReference<>();

    IngestMeters(MeterRegistry registry) {
        this.registry = registry;
        this.records = registry.counter("college.ingest.records");
        this.batches = registry.timer("college.ingest.batch");
        Gauge.builder("college.ingest.queue", queue, reference -> {
                    Queue<?> current = reference.get();
                    return current == null ? 0 : current.size();
                })
                .register(registry);
    }

    /** Meters that nobody looks at, where there is no service. */
    static IngestMeters unseen() {
        return new IngestMeters(new SimpleMeterRegistry());
    }

    void batch(int size, Runnable work) {
        batches.record(work);
        records.increment(size);
    }

    void rejected(String code) {
        registry.counter("college.ingest.rejections", "code", code).increment();
    }

    void queue(Queue<?> current) {
        queue.set(current);
    }
}
