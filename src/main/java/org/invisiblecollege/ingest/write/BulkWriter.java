package org.invisiblecollege.ingest.write;

import static org.invisiblecollege.ingest.write.ImportSchema.NO_PROPERTIES;

import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.AutomaticDecision;
import org.invisiblecollege.ingest.resolve.PaperProperties;
import org.invisiblecollege.ingest.resolve.ResolvedPaper;
import org.invisiblecollege.ingest.write.GraphRows.AuthorshipRow;
import org.invisiblecollege.ingest.write.GraphRows.NewAuthorRow;
import org.invisiblecollege.ingest.write.GraphRows.OrganisationRecordRow;
import org.invisiblecollege.ingest.write.GraphRows.OrganisationRow;
import org.invisiblecollege.ingest.write.GraphRows.PendingRow;
import org.invisiblecollege.ingest.write.GraphRows.RecordRow;
import org.invisiblecollege.ingest.write.GraphRows.SourceRow;
import org.invisiblecollege.ingest.write.GraphRows.TopicRow;
import org.invisiblecollege.ingest.write.GraphRows.VenueRow;
import org.invisiblecollege.ingest.write.IdentityRows.DecisionRow;
import org.invisiblecollege.ingest.write.ImportSchema.FirstChange;
import org.invisiblecollege.ingest.write.ImportSchema.RecordedIn;
import org.invisiblecollege.topic.Concept;
import org.jspecify.annotations.Nullable;

/**
 * Writes the resolved records of one source as tables for Neo4j's importer: the same graph that {@link TransactionalWriter}
 * makes in an empty store. Papers and their edges are written as they come; authors and organisations, and what is derived,
 * once all papers are known. Not thread-safe.
 */
public final class BulkWriter implements AutoCloseable {

    private static final int NONE = -1;

    private final SourceDescription source;
    private final String now;
    private final RowBuilder builder;
    private final ImportSchema tables;
    private final DeferredReferences references;
    private final CoAuthorPairs pairs;

    private final Object2IntOpenHashMap<String> papersByRecord = ordinals();
    private final Object2IntOpenHashMap<String> authorsById = ordinals();
    private final List<SpelledAuthor> authors = new ArrayList<>();
    private final Map<String, NamedOrganisation> organisations = new LinkedHashMap<>();
    private final Map<String, NamedVenue> venues = new LinkedHashMap<>();
    private final Object2IntOpenHashMap<String> topics = ordinals();
    private final int sourceOrdinal;
    private int nodes;
    private int paperCount;
    private int pendingCount;
    private long citations;
    private long referencesOutside;

    /** An organisation with all its names; the first row of an organisation names it. */
    private static final class NamedOrganisation {
        final OrganisationRow first;
        final int ordinal;
        final Set<String> aliases = new LinkedHashSet<>();
        final Set<String> nameKeys = new LinkedHashSet<>();
        final Set<String> recordIds = new LinkedHashSet<>();

        @Nullable String ror;

        @Nullable String country;

        NamedOrganisation(OrganisationRow first, int ordinal) {
            this.first = first;
            this.ordinal = ordinal;
        }

        void add(OrganisationRow row) {
            aliases.add(row.name());
            nameKeys.add(row.nameKey());
            recordIds.add(row.recordId());
            ror = ror == null ? row.ror() : ror;
            country = country == null ? row.country() : country;
        }

        OrganisationRecordRow node() {
            return new OrganisationRecordRow(
                    first.id(),
                    first.name(),
                    first.nameKey(),
                    List.copyOf(nameKeys),
                    List.copyOf(aliases),
                    ror,
                    country,
                    first.recordId());
        }
    }

    /** A venue with all its acronyms; the first row of a venue names it. */
    private static final class NamedVenue {
        final VenueRow first;
        final int ordinal;
        final Set<String> nameKeys = new LinkedHashSet<>();
        final Set<String> acronyms = new LinkedHashSet<>();

        NamedVenue(VenueRow first, int ordinal) {
            this.first = first;
            this.ordinal = ordinal;
        }

        void add(VenueRow row) {
            nameKeys.addAll(row.nameKeys());
            acronyms.addAll(row.acronyms());
        }

        VenueRow node() {
            return new VenueRow(
                    first.id(), first.name(), first.nameKey(), List.copyOf(nameKeys), List.copyOf(acronyms));
        }
    }

    /**
     * Opens the tables.
     *
     * @param folder empty; takes them
     * @param maxAuthorsPerPaper papers with more authors make no CO_AUTHOR edges
     * @param now time of the load, ISO 8601 with UTC
     */
    public BulkWriter(Path folder, SourceDescription source, int maxAuthorsPerPaper, String now) throws IOException {
        this.source = source;
        this.now = now;
        this.builder = new RowBuilder(source);
        this.pairs = new CoAuthorPairs(maxAuthorsPerPaper);
        this.references = new DeferredReferences(folder.resolve("references.bin"));
        this.tables = new ImportSchema(folder);
        this.sourceOrdinal = nodes++;
    }

    /** Returns all tables, as the importer takes them. */
    public List<ImportTable<?>> tables() {
        return tables.tables();
    }

    /** Writes topics with their hierarchy and associations. */
    public void writeVocabulary(List<Concept> concepts) {
        VocabularyWriter.rows(concepts).forEach(this::topic);
        VocabularyWriter.broader(concepts).forEach(row -> link(tables.broader, row.narrower(), row.broader()));
        VocabularyWriter.related(concepts).forEach(row -> link(tables.related, row.left(), row.right()));
    }

    private void topic(TopicRow row) {
        int ordinal = nodes++;
        topics.put(row.id(), ordinal);
        tables.topics.node(ordinal, row);
    }

    private void link(ImportTable<ImportSchema.NoProperties> table, String from, String to) {
        int start = topics.getInt(from);
        int end = topics.getInt(to);
        if (start != NONE && end != NONE) {
            table.edge(start, end, NO_PROPERTIES);
        }
    }

    /** Writes papers and everything linked to them. */
    public void write(List<ResolvedPaper> batch) {
        GraphRows rows = builder.rows(batch);
        if (!rows.changedPapers.isEmpty() || !rows.resolvedPending.isEmpty()) {
            throw new IllegalStateException(
                    "An empty store has no papers to change, but these were resolved to some: " + rows.changedPapers);
        }
        rows.organisations.forEach(row -> organisations
                .computeIfAbsent(row.id(), id -> new NamedOrganisation(row, nodes++))
                .add(row));
        rows.venues.forEach(row -> venues.computeIfAbsent(row.id(), id -> new NamedVenue(row, nodes++))
                .add(row));
        rows.newAuthors.forEach(this::author);
        rows.joinedAuthors.forEach(row -> recorded(ordinal(authorsById, row.id()), row.personKey()));
        rows.orcids.forEach(row -> {
            SpelledAuthor author = authors.get(pairs.index(ordinal(authorsById, row.id())));
            author.orcid = author.orcid == null ? row.orcid() : author.orcid;
        });
        rows.sourceNames.forEach(row -> {
            SpelledAuthor author = authors.get(pairs.index(ordinal(authorsById, row.id())));
            author.sourceName = row.name().equals(author.firstName) ? author.firstName : row.name();
        });
        rows.assertedTopics.stream()
                .filter(row -> !topics.containsKey(row.id()))
                .forEach(this::topic);
        Object2IntOpenHashMap<String> papers = ordinals();
        for (int i = 0; i < batch.size(); i++) {
            RecordRow row = rows.newPapers.get(i);
            papers.put(row.id(), paper(row, batch.get(i).record()));
        }
        rows.metrics.forEach(row -> {
            int ordinal = nodes++;
            tables.metrics.node(ordinal, row);
            tables.about.edge(ordinal, ordinal(papers, row.about()), NO_PROPERTIES);
            tables.reportedBy.edge(ordinal, sourceOrdinal, NO_PROPERTIES);
        });
    }

    private void author(NewAuthorRow row) {
        int ordinal = nodes++;
        authorsById.put(row.id(), ordinal);
        pairs.addAuthor(ordinal, authors.size());
        authors.add(new SpelledAuthor(row, ordinal));
        recorded(ordinal, row.personKey());
    }

    private int paper(RecordRow row, PaperRecord record) {
        int ordinal = nodes++;
        paperCount++;
        tables.papers.node(ordinal, row);
        tables.recordedIn.edge(
                ordinal,
                sourceOrdinal,
                new RecordedIn(row.recordId(), now, row.digest(), row.given(), row.references()));
        int year = Objects.requireNonNullElse(PaperProperties.year(record), 0);
        int stated = Objects.requireNonNullElse(PaperProperties.authorCount(record), 0);
        pairs.beginPaper(year, Math.max(stated, row.authors().size()));
        row.authors().forEach(author -> authorship(ordinal, author, year));
        for (CitedTopicRow topic : row.topics()) {
            int cited = topics.getInt(topic.id());
            if (cited != NONE) {
                tables.citesTopic.edge(ordinal, cited, topic);
            }
        }
        row.organisations()
                .forEach(organisation ->
                        tables.fromOrganisation.edge(ordinal, organisation(organisation).ordinal, NO_PROPERTIES));
        row.venues().forEach(venue -> tables.publishedIn.edge(ordinal, venue(venue).ordinal, NO_PROPERTIES));
        papersByRecord.put(row.recordId(), ordinal);
        references.add(ordinal, record.references());
        return ordinal;
    }

    private void authorship(int paper, AuthorshipRow row, int year) {
        int author = ordinal(authorsById, row.id());
        tables.authoredBy.edge(paper, author, row);
        authors.get(pairs.index(author)).addPaper(row.nameAsWritten(), year);
        List<String> affiliations = row.organisations() == null ? List.of() : row.organisations();
        pairs.mention(
                author,
                affiliations.stream().map(id -> organisation(id).ordinal).toList());
    }

    /** Writes records whose paper is not in the source. */
    public void writePending(List<PendingRecord> pending) {
        pending.forEach(record -> {
            int ordinal = nodes++;
            pendingCount++;
            tables.pendingRecords.node(ordinal, PendingRow.of(record, now));
            recorded(ordinal, record.recordId());
        });
    }

    /**
     * Writes what depends on all papers and ends the tables.
     *
     * @param nameTreatment how the authors of the source were disambiguated
     */
    public void finish(List<AutomaticDecision> made, String nameTreatment, Progress progress) {
        progress.start("Deriving co-author edges", authors.size());
        made.forEach(decision -> {
            int ordinal = nodes++;
            tables.decisions.node(ordinal, DecisionRow.of(decision, now));
            decision.authors()
                    .forEach(author -> tables.decides.edge(ordinal, ordinal(authorsById, author), NO_PROPERTIES));
        });
        // Each of the two writes tables of its own and reads only what is complete.
        CompletableFuture<Void> citing = CompletableFuture.runAsync(() -> references.drain(this::cite));
        try {
            authors.forEach(author -> tables.authors.node(author.ordinal, author.node(source.id())));
            venues.values().forEach(venue -> tables.venues.node(venue.ordinal, venue.node()));
            organisations.values().forEach(organisation -> {
                tables.organisations.node(organisation.ordinal, organisation.node());
                organisation.recordIds.forEach(recordId -> recorded(organisation.ordinal, recordId));
            });
            pairs.derive(
                    authors.stream().map(author -> author.id).toList(),
                    tables.coAuthor,
                    tables.affiliatedWith,
                    progress);
        } finally {
            // The tables are closed after a failure too, and nothing may write to them then.
            citing.exceptionally(failure -> null).join();
        }
        citing.join();
        tables.sources.node(sourceOrdinal, SourceRow.of(source, paperCount + pendingCount, now, nameTreatment));
        tables.versions.node(nodes++, 1);
        tables.changes.node(nodes++, new FirstChange(1, now));
        progress.end();
        close();
    }

    private void cite(int citing, String recordId) {
        int cited = papersByRecord.getInt(recordId);
        if (cited == NONE) {
            referencesOutside++;
        } else {
            citations++;
            tables.cites.edge(citing, cited, NO_PROPERTIES);
        }
    }

    private void recorded(int ordinal, String recordId) {
        tables.recordedIn.edge(ordinal, sourceOrdinal, RecordedIn.of(recordId, now));
    }

    private NamedVenue venue(String id) {
        return Objects.requireNonNull(venues.get(id), id);
    }

    private NamedOrganisation organisation(String id) {
        return Objects.requireNonNull(organisations.get(id), id);
    }

    private static Object2IntOpenHashMap<String> ordinals() {
        Object2IntOpenHashMap<String> ordinals = new Object2IntOpenHashMap<>();
        ordinals.defaultReturnValue(NONE);
        return ordinals;
    }

    private static int ordinal(Object2IntMap<String> ordinals, String id) {
        int ordinal = ordinals.getInt(id);
        if (ordinal == NONE) {
            throw new IllegalStateException("No row was written for " + id);
        }
        return ordinal;
    }

    /** Returns what was written, by stable names. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("created", (long) paperCount);
        counts.put("pending", (long) pendingCount);
        counts.put("citations", citations);
        counts.put("referencesOutside", referencesOutside);
        return counts;
    }

    @Override
    public void close() {
        references.close();
        tables.close();
    }
}
