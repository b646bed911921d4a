package org.invisiblecollege.graphql.batch;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.invisiblecollege.kernel.Cancellation;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Fetches fields on virtual threads, of one request only {@link #MAX_AT_ONCE} at the same time. Virtual threads take turns
 * in the order in which they started and keep theirs until they wait, so the fields of a small request would otherwise wait
 * for all the fields of a large one. A field must not wait for another one of its request. Thread-safe.
 */
@Component
public final class FieldExecutor implements Executor {

    /** Two, so that one field computes while another one waits for the database. */
    static final int MAX_AT_ONCE = 2;

    private final Executor threads = new VirtualThreadTaskExecutor("field-");
    private final Map<Cancellation, Turns> requests = new ConcurrentHashMap<>();

    /** Fetches a field of the request that this thread is bound to; at once if there is none. */
    @Override
    public void execute(Runnable field) {
        Cancellation request = Cancellation.bound();
        if (request == null) {
            threads.execute(field);
            return;
        }
        requests.compute(request, (key, turns) -> {
            Turns of = turns == null ? new Turns() : turns;
            of.waiting.add(field);
            return started(request, of);
        });
    }

    /** Starts as many fields as there is room for. */
    private Turns started(Cancellation request, Turns turns) {
        while (turns.running < MAX_AT_ONCE && !turns.waiting.isEmpty()) {
            Runnable field = turns.waiting.remove();
            threads.execute(() -> run(request, field));
            turns.running++;
        }
        return turns;
    }

    private void run(Cancellation request, Runnable field) {
        try {
            // What follows from the field is of the request too.
            request.call(() -> {
                field.run();
                return field;
            });
        } finally {
            requests.computeIfPresent(request, (key, turns) -> {
                turns.running--;
                return turns.running == 0 && turns.waiting.isEmpty() ? null : started(request, turns);
            });
        }
    }

    /** The fields of a request; guarded by the map. */
    private static final class Turns {

        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }
}
