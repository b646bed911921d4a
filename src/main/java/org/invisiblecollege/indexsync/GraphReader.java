package org.invisiblecollege.indexsync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.index.IndexBuilder;
import org.invisiblecollege.index.IndexChanges;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeRow;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.PaperRow.AuthorList;
import org.invisiblecollege.index.PaperRow.Publication;
import org.invisiblecollege.index.PaperRow.SourceRecord;
import org.invisiblecollege.index.StringDictionary;
import org.invisiblecollege.index.TopicEdgeCodec;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads from the graph what the index holds, over Bolt. */
final class GraphReader implements GraphScan {

    private static final CypherFile AUTHORS = file("authors");
    private static final CypherFile AUTHORS_BY_IDS = file("authors-by-ids");
    private static final CypherFile ORGANISATIONS = file("organisations");
    private static final CypherFile VENUES = file("venues");
    private static final CypherFile TOPICS = file("topics");
    private static final CypherFile PAPERS = file("papers");
    private static final CypherFile COUNTS = file("counts");
    private static final CypherFile CHANGES = file("changes");
    private static final CypherFile LATEST = file("latest");

    private static final int BATCH = 2_000;
    private static final int PROGRESS_EVERY = 10_000;

    private final Graph graph;

    GraphReader(Graph graph) {
        this.graph = graph;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(GraphReader.class, name);
    }

    /**
     * An entry of the change log.
     *
     * @param everything whether the whole graph must be read again
     */
    record LogEntry(
            long version,
            String at,
            boolean everything,
            List<String> papers,
            List<String> authors,
            List<String> organisations,
            List<String> venues,
            List<String> topics) {}

    /** Returns the number of papers. */
    long papers() {
        return graph.one(COUNTS, Map.of(), row -> row.get("papers").asLong());
    }

    /** Returns the entries of the change log from a version on, including its own. */
    List<LogEntry> changes(long from, int limit) {
        return graph.list(
                CHANGES,
                Map.of("from", from, "limit", limit),
                row -> new LogEntry(
                        row.get("version").asLong(),
                        row.get("at").asString(),
                        row.get("everything").asBoolean(),
                        Columns.strings(row, "papers"),
                        Columns.strings(row, "authors"),
                        Columns.strings(row, "organisations"),
                        Columns.strings(row, "venues"),
                        Columns.strings(row, "topics")));
    }

    @Override
    public IndexSnapshot everything(LongConsumer papersRead) {
        Record latest = graph.one(LATEST, Map.of(), row -> row);
        IndexBuilder builder = new IndexBuilder();
        graph.each(AUTHORS, Map.of(), row -> builder.author(author(row)));
        Map<String, Object> all = new HashMap<>();
        all.put("ids", null);
        graph.each(ORGANISATIONS, all, row -> builder.organisation(organisation(row)));
        graph.each(VENUES, all, row -> builder.venue(node(row, null, List.of())));
        graph.each(TOPICS, all, row -> builder.topic(topic(row)));
        graph.each(PAPERS, all, row -> {
            builder.paper(paper(row));
            if (builder.papers() % PROGRESS_EVERY == 0) {
                papersRead.accept(builder.papers());
            }
        });
        return builder.build(latest.get("version").asLong(), latest.get("at").asString());
    }

    /** Reads the current state of what log entries touched, and of nodes on those papers that an index does not know. */
    IndexChanges read(List<LogEntry> entries, IndexSnapshot index) {
        Set<String> deleted = new HashSet<>();
        Set<String> papers = all(entries, LogEntry::papers);
        List<PaperRow> paperRows = new ArrayList<>();
        inBatches(papers, batch -> graph.each(PAPERS, Map.of("ids", batch), row -> paperRows.add(paper(row))));
        addMissing(papers, paperRows, PaperRow::id, deleted);
        return new IndexChanges(
                nodes(
                        AUTHORS_BY_IDS,
                        wanted(
                                entries,
                                LogEntry::authors,
                                paperRows,
                                PaperRow::authors,
                                index.authors().ids()),
                        GraphReader::author,
                        deleted),
                nodes(
                        ORGANISATIONS,
                        wanted(
                                entries,
                                LogEntry::organisations,
                                paperRows,
                                PaperRow::organisations,
                                index.organisations().ids()),
                        GraphReader::organisation,
                        deleted),
                nodes(
                        VENUES,
                        wanted(
                                entries,
                                LogEntry::venues,
                                paperRows,
                                PaperRow::venues,
                                index.venues().ids()),
                        row -> node(row, null, List.of()),
                        deleted),
                nodes(
                        TOPICS,
                        wanted(
                                entries,
                                LogEntry::topics,
                                paperRows,
                                PaperRow::topics,
                                index.topics().ids()),
                        GraphReader::topic,
                        deleted),
                paperRows,
                deleted);
    }

    private static Set<String> all(List<LogEntry> entries, Function<LogEntry, List<String>> of) {
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(entry -> ids.addAll(of.apply(entry)));
        return ids;
    }

    private static Set<String> wanted(
            List<LogEntry> entries,
            Function<LogEntry, List<String>> touched,
            List<PaperRow> papers,
            Function<PaperRow, List<String>> ofPaper,
            StringDictionary known) {
        Set<String> ids = all(entries, touched);
        papers.forEach(paper ->
                ofPaper.apply(paper).stream().filter(id -> known.find(id) < 0).forEach(ids::add));
        return ids;
    }

    private List<NodeRow> nodes(
            CypherFile statement, Set<String> ids, Function<Record, NodeRow> node, Set<String> deleted) {
        List<NodeRow> rows = new ArrayList<>();
        inBatches(ids, batch -> graph.each(statement, Map.of("ids", batch), row -> rows.add(node.apply(row))));
        addMissing(ids, rows, NodeRow::id, deleted);
        return rows;
    }

    private static void inBatches(Set<String> ids, Consumer<List<String>> read) {
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += BATCH) {
            read.accept(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    private static <T> void addMissing(
            Collection<String> wanted, List<T> found, Function<T, String> id, Set<String> deleted) {
        Set<String> missing = new HashSet<>(wanted);
        found.forEach(row -> missing.remove(id.apply(row)));
        deleted.addAll(missing);
    }

    private static NodeRow author(Record row) {
        return node(row, null, List.of());
    }

    private static NodeRow organisation(Record row) {
        return node(row, row.get("group").asString(null), List.of());
    }

    private static NodeRow topic(Record row) {
        return node(row, row.get("group").asString(null), Columns.strings(row, "broader"));
    }

    private static NodeRow node(Record row, @Nullable String group, List<String> broader) {
        return new NodeRow(
                row.get("id").asString(),
                row.get("name").asString(),
                row.get("nameKey").asString(),
                Columns.strings(row, "otherKeys"),
                group,
                broader);
    }

    private static PaperRow paper(Record row) {
        Value authorships = row.get("authors");
        List<String> authors = new ArrayList<>(authorships.size());
        List<String> organisations = new ArrayList<>(Columns.strings(row, "organisations"));
        for (Value authorship : authorships.values()) {
            if (!authorship.get(0).isNull()) {
                authors.add(authorship.get(0).asString());
            }
            if (!authorship.get(1).isNull()) {
                authorship.get(1).values().forEach(id -> organisations.add(id.asString()));
            }
        }
        List<String> topics = new ArrayList<>();
        List<Integer> methods = new ArrayList<>();
        for (Value topic : row.get("topics").values()) {
            topics.add(topic.get(0).asString());
            methods.add(TopicEdgeCodec.of(
                    TopicMethod.valueOf(topic.get(1).asString()), topic.get(2).asDouble()));
        }
        return new PaperRow(
                row.get("id").asString(),
                new Publication(
                        row.get("title").asString(""),
                        integer(row.get("year")),
                        row.get("published").asString(null),
                        integer(row.get("citations")),
                        row.get("type").asString(null),
                        Columns.strings(row, "categories")),
                new AuthorList(
                        authors,
                        integer(row.get("stated")),
                        authorships.size(),
                        row.get("complete").asBoolean()),
                organisations,
                Columns.strings(row, "venues"),
                topics,
                methods,
                row.get("records")
                        .asList(record -> new SourceRecord(
                                record.get(0).asString(), record.get(1).asString())));
    }

    private static @Nullable Integer integer(Value value) {
        return value.isNull() ? null : value.asInt();
    }
}
