package org.invisiblecollege.embedded;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.invisiblecollege.embedded.NodeNumbers.Kind;
import org.invisiblecollege.index.IndexBuilder;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeRow;
import org.invisiblecollege.indexsync.GraphScan;
import org.neo4j.internal.kernel.api.NodeCursor;
import org.neo4j.internal.kernel.api.RelationshipTraversalCursor;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Reads what the index holds from the store in this process, with the same result as the statements of {@code indexsync}.
 * Nodes and edges are read in the order of the store on two threads: authors beside edges, then papers beside the building
 * of their rows.
 */
final class StoreScan implements GraphScan, AutoCloseable {

    private static final int PROGRESS_EVERY = 10_000;
    private static final int BATCH = 2_000;

    private static final String[] AUTHOR = {"id", "name", "nameKey", "nameKeys"};
    private static final String[] ORGANISATION = {"id", "name", "nameKey", "nameKeys", "country"};
    private static final String[] VENUE = {"id", "name", "nameKey", "nameKeys"};
    private static final String[] TOPIC = {"id", "label", "labelKey", "labelKeys", "scheme"};
    /** The position of what groups organisations and topics. */
    private static final int GROUP = 4;

    private final GraphDatabaseAPI database;
    private volatile boolean isClosed;

    StoreScan(GraphDatabaseAPI database) {
        this.database = database;
    }

    @Override
    public IndexSnapshot everything(LongConsumer papersRead) {
        try (ExecutorService second = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("index-scan").factory())) {
            try {
                return everything(papersRead, second);
            } finally {
                second.shutdownNow();
            }
        }
    }

    private IndexSnapshot everything(LongConsumer papersRead, ExecutorService second) {
        IndexBuilder builder = new IndexBuilder();
        try (StoreCursors store = cursors()) {
            Object version = store.property("GraphVersion", "id", "graph", "version");
            Object at = version == null ? null : store.property("GraphChange", "version", version, "at");
            NodeNumbers numbers = NodeNumbers.of(store);
            Object2IntOpenHashMap<String> organisations = new Object2IntOpenHashMap<>();
            organisations.defaultReturnValue(-1);
            int[] organisationPositions = named(store, numbers, Kind.ORGANISATION, ORGANISATION)
                    .takeInOrder(row -> {
                        organisations.put(row.id(), organisations.size());
                        builder.organisation(row);
                    });
            int[] venuePositions = named(store, numbers, Kind.VENUE, VENUE).takeInOrder(builder::venue);
            int[] topicPositions = topics(store, numbers).takeInOrder(builder::topic);
            Future<EdgeScan> scanning = second.submit(() -> {
                try (StoreCursors other = cursors()) {
                    return EdgeScan.of(
                            other, numbers, organisations, organisationPositions, venuePositions, topicPositions);
                }
            });
            int[] authorPositions = named(store, numbers, Kind.AUTHOR, AUTHOR).takeInOrder(builder::author);
            EdgeScan edges = result(scanning);
            papers(store, numbers, edges, authorPositions, builder, papersRead, second);
            return builder.build(
                    version instanceof Number number ? number.longValue() : 0, at == null ? "" : at.toString());
        }
    }

    private StoreCursors cursors() {
        return new StoreCursors(database, () -> isClosed);
    }

    /** Stops what is being read, since the database waits for its transactions when it is closed. */
    @Override
    public void close() {
        isClosed = true;
    }

    private static NamedNodes named(StoreCursors store, NodeNumbers numbers, Kind kind, String[] names) {
        NamedNodes named = new NamedNodes(numbers.count(kind));
        EntityProperties properties = store.properties(names);
        try (NodeCursor nodes = store.nodes()) {
            while (store.next(nodes)) {
                int number = numbers.of(nodes.nodeReference(), kind);
                if (number >= 0) {
                    properties.read(nodes);
                    put(named, number, properties, names, List.of());
                }
            }
        }
        return named;
    }

    private static void put(
            NamedNodes named, int number, EntityProperties properties, String[] names, List<String> broader) {
        String id = properties.text(0);
        String name = properties.text(1);
        String nameKey = properties.text(2);
        if (id != null && name != null && nameKey != null) {
            List<String> otherKeys = properties.texts(3).stream()
                    .filter(key -> !key.equals(nameKey))
                    .toList();
            String group = names.length > GROUP ? properties.text(GROUP) : null;
            named.put(number, new NodeRow(id, name, nameKey, otherKeys, group, broader));
        }
    }

    /** Reads the topics, each with the topics above it. */
    private static NamedNodes topics(StoreCursors store, NodeNumbers numbers) {
        NamedNodes withoutLinks = named(store, numbers, Kind.TOPIC, TOPIC);
        NamedNodes topics = new NamedNodes(numbers.count(Kind.TOPIC));
        int broader = store.type("BROADER");
        try (NodeCursor nodes = store.nodes()) {
            while (store.next(nodes)) {
                int number = numbers.of(nodes.nodeReference(), Kind.TOPIC);
                NodeRow row = number < 0 ? null : withoutLinks.get(number);
                if (row != null) {
                    List<String> above = new ArrayList<>();
                    if (broader >= 0) {
                        try (RelationshipTraversalCursor edges = store.edgesFrom(nodes, broader)) {
                            while (edges.next()) {
                                int target = numbers.of(edges.targetNodeReference(), Kind.TOPIC);
                                NodeRow topic = target < 0 ? null : withoutLinks.get(target);
                                if (topic != null) {
                                    above.add(topic.id());
                                }
                            }
                        }
                    }
                    topics.put(
                            number,
                            new NodeRow(row.id(), row.name(), row.nameKey(), row.otherKeys(), row.group(), above));
                }
            }
        }
        return topics;
    }

    /** Builds the rows of some papers while the next ones are read. */
    private static void papers(
            StoreCursors store,
            NodeNumbers numbers,
            EdgeScan edges,
            int[] authorPositions,
            IndexBuilder builder,
            LongConsumer papersRead,
            ExecutorService second) {
        try (NodeCursor nodes = store.nodes()) {
            PaperScan scan = new PaperScan(store, nodes, numbers, edges);
            Future<List<PaperScan.Numbered>> next = second.submit(() -> scan.next(BATCH));
            for (List<PaperScan.Numbered> batch = result(next); !batch.isEmpty(); batch = result(next)) {
                next = second.submit(() -> scan.next(BATCH));
                for (PaperScan.Numbered paper : batch) {
                    builder.paper(
                            paper.row(),
                            edges.authors(paper.number(), authorPositions),
                            edges.organisations(paper.number()),
                            edges.venues(paper.number()),
                            edges.topics(paper.number()));
                    if (builder.papers() % PROGRESS_EVERY == 0) {
                        papersRead.accept(builder.papers());
                    }
                }
            }
        }
    }

    /** Waits for the other thread. */
    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("Reading the store was stopped").initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Reading the store failed", e.getCause());
        }
    }
}
