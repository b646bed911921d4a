package org.invisiblecollege.graphql.change;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.invisiblecollege.graphql.limit.RequestLimits;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.ingest.run.IngestRun;
import org.invisiblecollege.ingest.run.RecordedRuns;
import org.invisiblecollege.kernel.DomainException;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Follows runs and the version of the index. All who follow the same share one look at it. */
@Controller
class ChangesController {

    /** Runs are recorded every two seconds. */
    private static final Duration RUN_PERIOD = Duration.ofSeconds(1);

    private static final Duration VERSION_PERIOD = Duration.ofMillis(250);

    private final RecordedRuns runs;
    private final Map<String, Flux<IngestRun>> followed = new ConcurrentHashMap<>();
    private final Flux<Long> versions;

    private final RequestLimits limits;
    private final AtomicInteger open = new AtomicInteger();

    ChangesController(RecordedRuns runs, LiveIndex index, RequestLimits limits) {
        this.runs = runs;
        this.limits = limits;
        this.versions = Flux.interval(Duration.ZERO, VERSION_PERIOD)
                .onBackpressureDrop()
                .mapNotNull(tick -> index.version())
                .distinctUntilChanged()
                .replay(1)
                .refCount();
    }

    @SubscriptionMapping
    Flux<Long> indexVersion() {
        return counted(versions);
    }

    @SubscriptionMapping
    Flux<IngestRun> ingestRun(@Argument String id) {
        if (runs.find(id).isEmpty()) {
            throw DomainException.notFound("run", List.of(id));
        }
        return counted(followed.computeIfAbsent(id, this::follow));
    }

    private <T> Flux<T> counted(Flux<T> values) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > limits.maxSubscriptions()) {
                open.decrementAndGet();
                return Flux.error(limits.tooManySubscriptions());
            }
            return values.doFinally(end -> open.decrementAndGet());
        });
    }

    private Flux<IngestRun> follow(String id) {
        return Flux.interval(Duration.ZERO, RUN_PERIOD, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .mapNotNull(tick -> runs.find(id).orElse(null))
                .distinctUntilChanged()
                .takeUntil(run -> run.endedAt() != null)
                .doFinally(end -> followed.remove(id))
                .replay(1)
                .refCount();
    }
}
