package org.invisiblecollege.changelog;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;

/**
 * Writes to the graph and its change log: each transaction raises the version by one and adds an entry. Versions have no
 * gaps. Thread-safe.
 */
public final class VersionedGraph {

    /** A follower that is further behind has to read the whole graph again. */
    public static final int MAX_ENTRIES_KEPT = 10_000;

    private static final CypherFile RAISE = CypherFile.of(VersionedGraph.class, "raise");
    private static final CypherFile CURRENT = CypherFile.of(VersionedGraph.class, "current");

    private final Graph graph;
    private final Clock clock;
    private final QueryPlans plans;
    private volatile Runnable afterWrite = () -> {};

    public VersionedGraph(Graph graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
        this.plans = new QueryPlans(graph);
    }

    /** Runs writing statements in one transaction; the driver may run the work again, so it must only write. */
    public void write(TouchedIds touched, Consumer<Graph.Writer> work) {
        write(transaction -> {
            work.accept(transaction);
            return touched;
        });
    }

    /**
     * Runs statements in one transaction and records what they report to have touched; the driver may run the work again.
     *
     * @param work throws an exception to roll everything back
     */
    public void write(Function<Graph.Writer, TouchedIds> work) {
        AtomicInteger size = new AtomicInteger();
        graph.write(transaction -> {
            TouchedIds touched = work.apply(transaction);
            size.set(touched.size());
            // Last, since it blocks every other writer until the transaction ends.
            transaction.run(
                    RAISE,
                    Map.of(
                            "at", clock.instant().toString(),
                            "papers", touched.papers(),
                            "authors", touched.authors(),
                            "organisations", touched.organisations(),
                            "venues", touched.venues(),
                            "topics", touched.topics(),
                            "kept", MAX_ENTRIES_KEPT));
        });
        plans.wrote(size.get());
        afterWrite.run();
    }

    /** Sets what runs after each transaction of this process; it must be quick. */
    public void afterWrite(Runnable listener) {
        afterWrite = listener;
    }

    /** Returns the version of the graph; 0 before the first write. */
    public long current() {
        return graph.one(CURRENT, Map.of(), row -> row.get("version").asLong());
    }
}
