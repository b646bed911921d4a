package org.invisiblecollege.ingest.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Measures loads: {@code college.ingest.records} and {@code college.ingest.rejections} (by code) are counters,
 * {@code college.ingest.batch} times the writing of a batch, and {@code college.ingest.queue} is the number of batches that
 * wait to be written; a full queue means that writing is slower than reading.
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

    /** Returns meters that are not published, for loads without the service. */
    static IngestMeters unregistered() {
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
