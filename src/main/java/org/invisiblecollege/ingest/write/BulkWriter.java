package org.invisiblecollege.ingest.write;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.invisiblecollege.author.AuthorNames;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.AutomaticDecision;
import org.invisiblecollege.ingest.resolve.ResolvedPaper;
import org.invisiblecollege.topic.Concept;
import org.jspecify.annotations.Nullable;

/**
 * Writes the resolved records of one source as tables for Neo4j's importer: the same graph that {@link TransactionalWriter}
 * makes in an empty store. Papers and their edges go to the tables as they come; people, organisations and topics, and
 * what is derived, once all papers are known. Not thread-safe.
 */
public final class BulkWriter implements AutoCloseable {

    private final Path references;
    private final DataOutputStream referencesOut;
    private final List<ImportTable> tables = new ArrayList<>();

    private final ImportTable papers;
    private final ImportTable authors;
    private final ImportTable organisations;
    private final ImportTable topics;
    private final ImportTable sources;
    private final ImportTable metrics;
    private final ImportTable pendingRecords;
    private final ImportTable decisions;
    private final ImportTable versions;
    private final ImportTable changes;
    private final ImportTable authoredBy;
    private final ImportTable citesTopic;
    private final ImportTable fromOrganisation;
    private final ImportTable recordedIn;
    private final ImportTable cites;
    private final ImportTable about;
    private final ImportTable reportedBy;
    private final ImportTable broader;
    private final ImportTable related;
    private final ImportTable decides;
    private final ImportTable coAuthor;
    private final ImportTable affiliatedWith;

    private final SourceDescription source;
    private final String now;
    private final GraphRows.Maker maker;
    private final CoAuthorPairs pairs;

    private final Map<String, Integer> recordNumbers = new HashMap<>();
    private final Map<String, Integer> authorNumbers = new HashMap<>();
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Integer> topicNumbers = new HashMap<>();
    private final int sourceNumber;
    private int nodes;
    private int paperCount;
    private int pendingCount;
    private long citations;
    private long referencesOutside;

    /** Someone with the spellings of their name; most people have one. */
    private static final class Person {
        final String id;
        final int number;
        final String firstName;

        @Nullable String orcid;

        int papers;
        int lastYear;

        @Nullable Map<String, int[]> otherSpellings;

        Person(String id, int number, String firstName, @Nullable String orcid) {
            this.id = id;
            this.number = number;
            this.firstName = firstName;
            this.orcid = orcid;
        }

        void seen(@Nullable String name, int year) {
            if (name == null) {
                return;
            }
            if (name.equals(firstName)) {
                papers++;
                lastYear = Math.max(lastYear, year);
                return;
            }
            if (otherSpellings == null) {
                otherSpellings = new TreeMap<>();
            }
            int[] spelling = otherSpellings.computeIfAbsent(name, each -> new int[2]);
            spelling[0]++;
            spelling[1] = Math.max(spelling[1], year);
        }

        List<AuthorNames.Spelling> spellings() {
            List<AuthorNames.Spelling> spellings = new ArrayList<>();
            spellings.add(new AuthorNames.Spelling(firstName, papers, lastYear));
            if (otherSpellings != null) {
                otherSpellings.forEach((name, seen) -> spellings.add(new AuthorNames.Spelling(name, seen[0], seen[1])));
            }
            return spellings;
        }
    }

    /** An organisation with every name it goes by. */
    private record Place(
            int number, Map<String, Object> row, Set<String> aliases, Set<String> nameKeys, Set<String> recordIds) {}

    /**
     * Opens the tables.
     *
     * @param folder empty; takes them
     * @param maxAuthorsPerPaper papers with more authors make no CO_AUTHOR edges
     * @param now when the records are loaded
     */
    public BulkWriter(Path folder, SourceDescription source, int maxAuthorsPerPaper, String now) throws IOException {
        this.source = source;
        this.now = now;
        this.maker = new GraphRows.Maker(source);
        this.pairs = new CoAuthorPairs(maxAuthorsPerPaper);
        this.references = folder.resolve("references.bin");
        this.referencesOut = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(references), 1 << 16));
        papers = nodes(
                folder,
                "Paper",
                "id",
                "title",
                "titleKey",
                "abstract",
                "abstractFingerprint",
                "publishedOn",
                "datePrecision",
                "year:int",
                "authorCount:int",
                "venue",
                "type",
                "citationCount:int",
                "doi",
                "isRetracted:boolean",
                "authorsComplete:boolean",
                "categories:string[]",
                "externalIds:string[]");
        authors = nodes(folder, "Author", "id", "name", "nameKey", "nameKeys:string[]", "variants:string[]", "orcid");
        organisations = nodes(
                folder,
                "Organisation",
                "id",
                "name",
                "nameKey",
                "nameKeys:string[]",
                "aliases:string[]",
                "ror",
                "country");
        topics = nodes(
                folder,
                "Topic",
                "id",
                "label",
                "labelKey",
                "labelKeys:string[]",
                "altLabels:string[]",
                "hiddenLabels:string[]",
                "scheme",
                "scopeNote",
                "isMatched:boolean");
        sources = nodes(
                folder,
                "Source",
                "id",
                "name",
                "kind",
                "sha256",
                "licence",
                "attribution",
                "idScheme",
                "records:int",
                "lastLoaded");
        metrics = nodes(folder, "ReportedMetric", "id", "name", "value");
        pendingRecords = nodes(folder, "PendingRecord", "id", "abstractFingerprint");
        decisions = nodes(
                folder,
                "IdentityDecision",
                "id",
                "kind",
                "names:string[]",
                "evidence:string[]",
                "score:double",
                "method",
                "at");
        versions = nodes(folder, "GraphVersion", "id", "version:int");
        changes = nodes(folder, "GraphChange", "version:int", "at", "everything:boolean");
        authoredBy = edges(folder, "AUTHORED_BY", "position:int", "nameAsWritten", "organisations:string[]");
        citesTopic = edges(folder, "CITES_TOPIC", "method", "score:double", "evidence:string[]");
        fromOrganisation = edges(folder, "FROM_ORGANISATION");
        recordedIn = edges(folder, "RECORDED_IN", "recordId", "at", "digest", "given:long", "references:string[]");
        cites = edges(folder, "CITES");
        about = edges(folder, "ABOUT");
        reportedBy = edges(folder, "REPORTED_BY");
        broader = edges(folder, "BROADER");
        related = edges(folder, "RELATED");
        decides = edges(folder, "DECIDES");
        coAuthor = edges(folder, "CO_AUTHOR", "papers:int", "fractional:double", "firstYear:int", "lastYear:int");
        affiliatedWith = edges(folder, "AFFILIATED_WITH", "papers:int", "firstYear:int", "lastYear:int");
        sourceNumber = nodes++;
    }

    private ImportTable nodes(Path folder, String label, String... properties) throws IOException {
        return kept(ImportTable.nodes(folder, label, properties));
    }

    private ImportTable edges(Path folder, String type, String... properties) throws IOException {
        return kept(ImportTable.edges(folder, type, properties));
    }

    private ImportTable kept(ImportTable table) {
        tables.add(table);
        return table;
    }

    /** All tables, as the importer takes them. */
    public List<ImportTable> tables() {
        return List.copyOf(tables);
    }

    public void writeVocabulary(List<Concept> concepts) {
        for (Map<String, Object> row : VocabularyWriter.rows(concepts)) {
            int number = nodes++;
            topicNumbers.put(text(row, "id"), number);
            topics.node(number, row);
        }
        edges(broader, VocabularyWriter.broader(concepts), "narrower", "broader");
        edges(related, VocabularyWriter.related(concepts), "one", "other");
    }

    private void edges(ImportTable table, List<Map<String, Object>> rows, String from, String to) {
        rows.stream().distinct().forEach(row -> {
            Integer one = topicNumbers.get(text(row, from));
            Integer other = topicNumbers.get(text(row, to));
            if (one != null && other != null) {
                table.edge(one, other, Map.of());
            }
        });
    }

    public void write(List<ResolvedPaper> batch) {
        GraphRows rows = maker.of(batch);
        if (!rows.changedPapers.isEmpty() || !rows.resolvedPending.isEmpty()) {
            throw new IllegalStateException("An empty store has no papers to change: " + rows.changedPapers);
        }
        rows.organisations.forEach(this::place);
        rows.newAuthors.forEach(this::person);
        rows.joinedAuthors.forEach(
                row -> recordedIn.edge(number(authorNumbers, row), sourceNumber, recorded(text(row, "personKey"))));
        rows.orcids.forEach(row -> {
            Person person = people.get(pairs.index(number(authorNumbers, row)));
            person.orcid = person.orcid == null ? text(row, "orcid") : person.orcid;
        });
        rows.assertedTopics.forEach(row -> topicNumbers.computeIfAbsent(text(row, "id"), id -> {
            int number = nodes++;
            row.put("labelKeys", List.of(text(row, "labelKey")));
            topics.node(number, row);
            return number;
        }));
        Map<String, Integer> inBatch = new HashMap<>();
        rows.newPapers.forEach(row -> inBatch.put(text(row, "id"), paper(row)));
        rows.metrics.forEach(row -> {
            int number = nodes++;
            metrics.node(number, row);
            about.edge(number, Objects.requireNonNull(inBatch.get(text(row, "about"))), Map.of());
            reportedBy.edge(number, sourceNumber, Map.of());
        });
    }

    private void person(Map<String, Object> row) {
        int number = nodes++;
        String id = text(row, "id");
        authorNumbers.put(id, number);
        pairs.person(number, people.size());
        people.add(new Person(id, number, text(row, "name"), (String) row.get("orcid")));
        recordedIn.edge(number, sourceNumber, recorded(text(row, "personKey")));
    }

    private void place(Map<String, Object> row) {
        Place place = places.computeIfAbsent(
                text(row, "id"),
                id -> new Place(nodes++, row, new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>()));
        place.aliases.add(text(row, "name"));
        place.nameKeys.add(text(row, "nameKey"));
        place.recordIds.add(text(row, "recordId"));
        row.forEach(place.row::putIfAbsent);
    }

    @SuppressWarnings("unchecked")
    private int paper(Map<String, Object> row) {
        int number = nodes++;
        paperCount++;
        Map<String, Object> properties = (Map<String, Object>) Objects.requireNonNull(row.get("properties"));
        properties.put("id", row.get("id"));
        papers.node(number, properties);
        row.put("at", now);
        recordedIn.edge(number, sourceNumber, row);
        int year = properties.get("year") instanceof Integer known ? known : 0;
        List<Map<String, Object>> written = GraphRows.rows(row, "authors");
        int stated = properties.get("authorCount") instanceof Integer known ? known : 0;
        pairs.paper(year, Math.max(stated, written.size()));
        for (Map<String, Object> author : written) {
            int authorNumber = number(authorNumbers, author);
            Map<String, Object> says = (Map<String, Object>) Objects.requireNonNull(author.get("properties"));
            authoredBy.edge(number, authorNumber, says);
            people.get(pairs.index(authorNumber)).seen((String) says.get("nameAsWritten"), year);
            List<String> at = (List<String>) says.getOrDefault("organisations", List.of());
            pairs.author(
                    authorNumber,
                    at == null
                            ? List.of()
                            : at.stream()
                                    .map(id -> Objects.requireNonNull(places.get(id)).number)
                                    .toList());
        }
        for (Map<String, Object> topic : GraphRows.rows(row, "topics")) {
            Integer topicNumber = topicNumbers.get(text(topic, "id"));
            if (topicNumber != null) {
                citesTopic.edge(number, topicNumber, topic);
            }
        }
        for (String organisation : GraphRows.texts(row, "organisations")) {
            fromOrganisation.edge(number, Objects.requireNonNull(places.get(organisation)).number, Map.of());
        }
        String recordId = text(row, "recordId");
        recordNumbers.put(recordId, number);
        keepReferences(recordId, GraphRows.texts(row, "references"));
        return number;
    }

    /** Set aside until all papers are known, since a paper may cite one that comes later. */
    private void keepReferences(String recordId, List<String> cited) {
        if (cited.isEmpty()) {
            return;
        }
        try {
            referencesOut.writeUTF(recordId);
            referencesOut.writeInt(cited.size());
            for (String each : cited) {
                referencesOut.writeUTF(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + references, e);
        }
    }

    public void writePending(List<PendingRecord> pending) {
        pending.forEach(each -> {
            int number = nodes++;
            pendingCount++;
            pendingRecords.node(number, TransactionalWriter.pendingRow(each, now));
            recordedIn.edge(number, sourceNumber, recorded(each.recordId()));
        });
    }

    /** Writes what rests on all of the source; ends the tables. */
    public void finish(List<AutomaticDecision> made, Progress progress) {
        progress.start("Deriving co-author edges", people.size());
        made.forEach(decision -> {
            int number = nodes++;
            decisions.node(number, IdentityRows.decision(decision, now));
            decision.authors()
                    .forEach(author ->
                            decides.edge(number, Objects.requireNonNull(authorNumbers.get(author)), Map.of()));
        });
        // Each of the two writes tables of its own, and reads what is written no more.
        CompletableFuture<Void> citing = CompletableFuture.runAsync(this::linkReferences);
        for (Person person : people) {
            Map<String, Object> row = AuthorNames.row(person.id, person.spellings());
            row.put("orcid", person.orcid);
            authors.node(person.number, row);
        }
        places.values().forEach(place -> {
            place.row.put("aliases", List.copyOf(place.aliases));
            place.row.put("nameKeys", List.copyOf(place.nameKeys));
            organisations.node(place.number, place.row);
            place.recordIds.forEach(recordId -> recordedIn.edge(place.number, sourceNumber, recorded(recordId)));
        });
        pairs.derive(people.stream().map(person -> person.id).toList(), coAuthor, affiliatedWith, progress);
        citing.join();
        sources.node(sourceNumber, lastLoaded(TransactionalWriter.sourceRow(source, paperCount + pendingCount, now)));
        versions.node(nodes++, Map.of("id", "graph", "version", 1));
        changes.node(nodes++, Map.of("version", 1, "at", now, "everything", true));
        progress.end();
        close();
    }

    private static Map<String, Object> lastLoaded(Map<String, Object> row) {
        row.put("lastLoaded", row.get("loadedAt"));
        return row;
    }

    private void linkReferences() {
        try {
            referencesOut.close();
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(references), 1 << 16))) {
                while (in.available() > 0) {
                    String citing = in.readUTF();
                    int from = Objects.requireNonNull(recordNumbers.get(citing));
                    for (int left = in.readInt(); left > 0; left--) {
                        Integer cited = recordNumbers.get(in.readUTF());
                        if (cited == null) {
                            referencesOutside++;
                        } else {
                            citations++;
                            cites.edge(from, cited, Map.of());
                        }
                    }
                }
            }
            Files.delete(references);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + references, e);
        }
    }

    /** What was written, by stable names. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("created", (long) paperCount);
        counts.put("pending", (long) pendingCount);
        counts.put("citations", citations);
        counts.put("referencesOutside", referencesOutside);
        return counts;
    }

    private Map<String, Object> recorded(String recordId) {
        return Map.of("recordId", recordId, "at", now);
    }

    private static int number(Map<String, Integer> numbers, Map<String, Object> row) {
        return Objects.requireNonNull(numbers.get(text(row, "id")));
    }

    private static String text(Map<String, Object> row, String name) {
        return String.valueOf(row.get(name));
    }

    @Override
    public void close() {
        tables.forEach(ImportTable::close);
    }
}
