package org.invisiblecollege.ingest.write;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.author.Affiliations;
import org.invisiblecollege.author.AuthorNames;
import org.invisiblecollege.author.OpenCandidates;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.ingest.record.OrganisationRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.AutomaticDecision;
import org.invisiblecollege.ingest.resolve.JoinedNamesakes;
import org.invisiblecollege.ingest.resolve.JoinedPeople;
import org.invisiblecollege.ingest.resolve.ResolvedPaper;
import org.invisiblecollege.ingest.write.GraphRows.MetricRow;
import org.invisiblecollege.ingest.write.GraphRows.NewAuthorRow;
import org.invisiblecollege.ingest.write.GraphRows.OrganisationRecordRow;
import org.invisiblecollege.ingest.write.GraphRows.OrganisationRow;
import org.invisiblecollege.ingest.write.GraphRows.PendingRow;
import org.invisiblecollege.ingest.write.GraphRows.PersonRow;
import org.invisiblecollege.ingest.write.GraphRows.RecordRow;
import org.invisiblecollege.ingest.write.GraphRows.ResolvedPendingRow;
import org.invisiblecollege.ingest.write.GraphRows.SourceRow;
import org.invisiblecollege.ingest.write.GraphRows.VenueRow;
import org.invisiblecollege.ingest.write.IdentityRows.DecisionRow;
import org.invisiblecollege.ingest.write.IdentityRows.JoinedNamesakesRow;
import org.invisiblecollege.ingest.write.IdentityRows.JoinedPersonRow;
import org.invisiblecollege.text.Folding;

/**
 * Writes the resolved records of one source into a live graph, each batch in a transaction. Derived edges of the authors
 * touched are recomputed, never incremented, so that writing again changes nothing. Not thread-safe.
 */
public final class TransactionalWriter {

    private static final int BATCH = 1_000;

    private static final CypherFile DELETE_RETIRED = file("delete-retired");
    private static final CypherFile MERGE_SOURCES = file("merge-sources");
    private static final CypherFile MERGE_ASSERTED_TOPICS = file("merge-asserted-topics");
    private static final CypherFile MERGE_ORGANISATIONS = file("merge-organisations");
    static final CypherFile MERGE_VENUES = file("merge-venues");
    private static final CypherFile DELETE_UNUSED_VENUES = file("delete-unused-venues");
    private static final CypherFile CREATE_AUTHORS = file("create-authors");
    private static final CypherFile JOIN_AUTHORS = file("join-authors");
    private static final CypherFile ADD_SPELLINGS = file("add-spellings");
    private static final CypherFile SET_ORCIDS = file("set-orcids");
    private static final CypherFile SET_SOURCE_NAMES = file("set-source-names");
    private static final CypherFile CREATE_PAPERS = file("create-papers");
    private static final CypherFile NAME_SINGLE_RECORDS = file("name-single-records");
    private static final CypherFile UPDATE_PAPERS = file("update-papers");
    private static final CypherFile DELETE_STALE_EDGES = file("delete-stale-edges");
    private static final CypherFile AUTHORS_OF_PAPERS = file("authors-of-papers");
    private static final CypherFile MERGE_PEOPLE = file("merge-people");
    private static final CypherFile MERGE_AUTHOR_METRICS = file("merge-author-metrics");
    private static final CypherFile MERGE_ORGANISATION_RECORDS = file("merge-organisation-records");
    private static final CypherFile MERGE_ORGANISATION_METRICS = file("merge-organisation-metrics");
    private static final CypherFile MERGE_PAPER_METRICS = file("merge-paper-metrics");
    private static final CypherFile MERGE_PENDING_RECORDS = file("merge-pending-records");
    private static final CypherFile MERGE_IDENTITY_DECISIONS = file("merge-identity-decisions");
    private static final CypherFile JOIN_NAMESAKES = file("join-namesakes");
    private static final CypherFile AUTHORS_AND_CO_AUTHORS = file("authors-and-co-authors");
    private static final CypherFile JOIN_PEOPLE = file("join-people");
    private static final CypherFile RESOLVE_PENDING_RECORDS = file("resolve-pending-records");
    private static final CypherFile DELETE_DERIVED_EDGES = file("delete-derived-edges");
    private static final CypherFile DERIVE_CO_AUTHOR_EDGES = file("derive-co-author-edges");
    private final Graph graph;
    private final VersionedGraph versions;
    private final Clock clock;
    private final SourceDescription source;
    private final int maxAuthorsPerPaper;
    private final boolean mayRevive;
    private final RowBuilder builder;

    /** Authors whose derived edges are to be recomputed. */
    private final Set<String> touched = new LinkedHashSet<>();
    /** Spellings of new authors that have only one. */
    private final Map<String, String> onlySpelling = new HashMap<>();

    /** Touched authors whose name is to be chosen again. */
    private final Set<String> toName = new HashSet<>();

    /**
     * Makes a writer.
     *
     * @param maxAuthorsPerPaper papers with more authors make no CO_AUTHOR edges
     * @param mayRevive whether the source was loaded before, so that it may bring back what it withdrew
     */
    public TransactionalWriter(
            Graph graph,
            VersionedGraph versions,
            Clock clock,
            SourceDescription source,
            int maxAuthorsPerPaper,
            boolean mayRevive) {
        this.graph = graph;
        this.versions = versions;
        this.clock = clock;
        this.source = source;
        this.maxAuthorsPerPaper = maxAuthorsPerPaper;
        this.mayRevive = mayRevive;
        this.builder = new RowBuilder(source);
    }

    private static CypherFile file(String name) {
        return CypherFile.of(TransactionalWriter.class, name);
    }

    /**
     * Writes the source itself with the number of its records known so far.
     *
     * @param nameTreatment how the authors of the source are disambiguated
     */
    public void writeSource(int records, String nameTreatment) {
        List<SourceRow> row = List.of(SourceRow.of(source, records, now(), nameTreatment));
        versions.write(TouchedIds.NOTHING, transaction -> transaction.rows(MERGE_SOURCES, row));
    }

    /** Writes papers and everything linked to them in one transaction. */
    public void write(List<ResolvedPaper> batch) {
        if (batch.isEmpty()) {
            return;
        }
        GraphRows rows = builder.rows(batch);
        List<String> changed = rows.changedPapers.stream().map(RecordRow::id).toList();
        if (!changed.isEmpty()) {
            touchAuthorsOf(changed);
        }
        batch.forEach(this::touch);
        rows.sourceNames.forEach(row -> {
            touched.add(row.id());
            toName.add(row.id());
        });
        Map<String, Object> ofSource = ofSource();
        List<String> joined = Stream.concat(
                        rows.changedPapers.stream().filter(RecordRow::isShared).map(RecordRow::id),
                        rows.resolvedPending.stream().map(ResolvedPendingRow::paper))
                .distinct()
                .toList();
        versions.write(rows.touched(), transaction -> {
            if (mayRevive) {
                transaction.ids(
                        DELETE_RETIRED,
                        Stream.of(
                                        rows.newPapers.stream().map(RecordRow::id),
                                        rows.newAuthors.stream().map(NewAuthorRow::id),
                                        rows.organisations.stream().map(OrganisationRow::id))
                                .flatMap(ids -> ids)
                                .toList(),
                        Map.of());
            }
            transaction.rows(MERGE_ORGANISATIONS, rows.organisations, ofSource);
            transaction.rows(MERGE_VENUES, rows.venues);
            transaction.rows(CREATE_AUTHORS, rows.newAuthors, ofSource);
            transaction.rows(JOIN_AUTHORS, rows.joinedAuthors, ofSource);
            transaction.rows(ADD_SPELLINGS, rows.spellings);
            transaction.rows(SET_ORCIDS, rows.orcids);
            transaction.rows(SET_SOURCE_NAMES, rows.sourceNames, Map.of("source", source.id()));
            transaction.rows(MERGE_ASSERTED_TOPICS, rows.assertedTopics);
            transaction.rows(CREATE_PAPERS, rows.newPapers, ofSource);
            transaction.ids(NAME_SINGLE_RECORDS, joined, Map.of());
            transaction.rows(UPDATE_PAPERS, rows.changedPapers, ofSource);
            transaction.rows(DELETE_STALE_EDGES, rows.targets);
            transaction.rows(MERGE_PAPER_METRICS, rows.metrics, ofSource);
            transaction.rows(RESOLVE_PENDING_RECORDS, rows.resolvedPending);
        });
    }

    private void touch(ResolvedPaper paper) {
        paper.authors().forEach(author -> {
            String name = author.mention().name();
            if (touched.add(author.id()) && author.standing() == ResolvedPaper.Standing.NEW) {
                onlySpelling.put(author.id(), name);
            } else if (!name.equals(onlySpelling.get(author.id()))) {
                toName.add(author.id());
            }
        });
    }

    /** Marks authors whose names and derived edges are to be recomputed. */
    public void touch(Collection<String> authors) {
        touched.addAll(authors);
        toName.addAll(authors);
    }

    /** Marks all authors of some papers; see {@link #touch(Collection)}. */
    void touchAuthorsOf(List<String> papers) {
        touch(graph.list(
                AUTHORS_OF_PAPERS,
                Map.of("papers", papers),
                row -> row.get("id").asString()));
    }

    /**
     * Writes what the source says about people.
     *
     * @param authors their ids, in the order of {@code people}
     */
    public void writePeople(List<PersonRecord> people, List<String> authors) {
        if (people.isEmpty()) {
            return;
        }
        List<PersonRow> rows = new ArrayList<>();
        List<MetricRow> metrics = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            PersonRecord person = people.get(i);
            String id = authors.get(i);
            rows.add(new PersonRow(
                    id,
                    person.name(),
                    Folding.key(person.name()),
                    withFirst(person.name(), person.variants()),
                    person.recordId(),
                    person.orcid()));
            metrics.addAll(metrics(id, person.reported()));
        }
        touch(authors);
        versions.write(TouchedIds.authors(authors), transaction -> {
            transaction.rows(MERGE_PEOPLE, rows, ofSource());
            transaction.rows(MERGE_AUTHOR_METRICS, metrics, ofSource());
        });
    }

    /** Writes what the source says about organisations. */
    public void writeOrganisations(List<OrganisationRecord> organisations) {
        if (organisations.isEmpty()) {
            return;
        }
        List<OrganisationRecordRow> rows = new ArrayList<>();
        List<MetricRow> metrics = new ArrayList<>();
        for (OrganisationRecord organisation : organisations) {
            String id = RowBuilder.organisationId(source, organisation.recordId(), organisation.name());
            List<String> aliases = withFirst(organisation.name(), organisation.aliases());
            rows.add(new OrganisationRecordRow(
                    id,
                    organisation.name(),
                    Folding.key(organisation.name()),
                    aliases.stream().map(Folding::key).distinct().toList(),
                    aliases,
                    organisation.ror(),
                    organisation.country(),
                    organisation.recordId()));
            metrics.addAll(metrics(id, organisation.reported()));
        }
        List<String> ids = rows.stream().map(OrganisationRecordRow::id).toList();
        versions.write(TouchedIds.organisations(ids), transaction -> {
            transaction.rows(MERGE_ORGANISATION_RECORDS, rows, ofSource());
            transaction.rows(MERGE_ORGANISATION_METRICS, metrics, ofSource());
        });
    }

    private static List<String> withFirst(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).distinct().toList();
    }

    private List<MetricRow> metrics(String about, Map<String, String> reported) {
        return reported.entrySet().stream()
                .map(fact -> MetricRow.of(about, source.id(), fact.getKey(), fact.getValue()))
                .toList();
    }

    /** Writes the acronyms of venues, also those on records that are in the graph unchanged. */
    public void writeAcronyms(List<PaperRecord> records) {
        List<VenueRow> rows = builder.acronyms(records);
        if (!rows.isEmpty()) {
            versions.write(
                    TouchedIds.venues(rows.stream().map(VenueRow::id).distinct().toList()),
                    transaction -> transaction.rows(MERGE_VENUES, rows));
        }
    }

    /** Deletes venues that no paper names any more. */
    public void deleteUnusedVenues() {
        versions.write(transaction -> TouchedIds.venues(transaction.list(
                DELETE_UNUSED_VENUES, Map.of(), row -> row.get("id").asString())));
    }

    /** Writes records whose paper is not in the graph yet. */
    public void writePending(List<PendingRecord> pending) {
        if (!pending.isEmpty()) {
            List<PendingRow> rows =
                    pending.stream().map(record -> PendingRow.of(record, now())).toList();
            versions.write(TouchedIds.NOTHING, transaction -> transaction.rows(MERGE_PENDING_RECORDS, rows));
        }
    }

    /** Writes which authors are authors of other sources, and why; in one transaction, since each may depend on the others. */
    public void writeJoined(List<JoinedPeople> people) {
        if (!people.isEmpty()) {
            List<String> concerned = people.stream()
                    .flatMap(each -> Stream.of(each.id(), each.link().person()))
                    .distinct()
                    .toList();
            versions.write(
                    TouchedIds.authors(concerned),
                    transaction -> transaction.rows(
                            JOIN_PEOPLE,
                            people.stream().map(JoinedPersonRow::of).toList(),
                            ofSource()));
        }
    }

    /** Merges people with one name who turned out to be one, in the order given. */
    public void writeJoinedNamesakes(List<JoinedNamesakes> people) {
        for (JoinedNamesakes each : people) {
            List<String> both = List.of(each.survivor(), each.merged());
            touchWithCoAuthors(both);
            // There is nothing left of it to derive.
            touched.remove(each.merged());
            toName.remove(each.merged());
            versions.write(TouchedIds.authors(both), transaction -> {
                transaction.rows(JOIN_NAMESAKES, List.of(JoinedNamesakesRow.of(each)), Map.of("at", now()));
                transaction.run(OpenCandidates.RANK, Map.of("authors", both));
            });
        }
    }

    /** Marks some authors and their co-authors; see {@link #touch(Collection)}. */
    void touchWithCoAuthors(List<String> authors) {
        touch(graph.list(
                AUTHORS_AND_CO_AUTHORS,
                Map.of("authors", authors),
                row -> row.get("id").asString()));
    }

    /** Writes which names were taken for one author or for two, and why. */
    public void writeDecisions(List<AutomaticDecision> decisions) {
        for (List<AutomaticDecision> batch : RowBatches.of(decisions, BATCH)) {
            List<DecisionRow> rows = batch.stream()
                    .map(decision -> DecisionRow.of(decision, now()))
                    .toList();
            versions.write(TouchedIds.NOTHING, transaction -> transaction.rows(MERGE_IDENTITY_DECISIONS, rows));
        }
    }

    /**
     * Chooses the names of the touched authors again and derives their co-author edges and affiliations.
     *
     * @return the ids of these authors
     */
    public List<String> derive(Progress progress) {
        List<String> authors = List.copyOf(touched);
        progress.start("Deriving co-author edges", authors.size());
        // One batch at a time: two that drop edges of co-authors would deadlock.
        for (int from = 0; from < authors.size(); from += BATCH) {
            List<String> batch = authors.subList(from, Math.min(from + BATCH, authors.size()));
            derive(batch);
            progress.at(from + batch.size(), from + batch.size());
        }
        progress.end();
        touched.clear();
        toName.clear();
        onlySpelling.clear();
        return authors;
    }

    private void derive(List<String> batch) {
        List<String> unnamed = batch.stream().filter(toName::contains).toList();
        List<String> before =
                batch.stream().filter(id -> !onlySpelling.containsKey(id)).toList();
        List<AuthorNames.Naming> names = unnamed.isEmpty()
                ? List.of()
                : graph.list(AuthorNames.SPELLINGS_OF_MANY, Map.of("authors", unnamed), AuthorNames::row);
        versions.write(TouchedIds.authors(unnamed), transaction -> {
            transaction.rows(AuthorNames.SET_AUTHOR_NAMES, names);
            if (!before.isEmpty()) {
                transaction.run(DELETE_DERIVED_EDGES, Map.of("authors", before));
            }
            transaction.run(DERIVE_CO_AUTHOR_EDGES, Map.of("authors", batch, "maxAuthors", maxAuthorsPerPaper));
            List<String> affiliated = builder.hasOrganisations() ? batch : before;
            if (!affiliated.isEmpty()) {
                transaction.run(Affiliations.DERIVE, Map.of("authors", affiliated));
            }
        });
    }

    private Map<String, Object> ofSource() {
        return Map.of("source", source.id(), "at", now());
    }

    private String now() {
        return clock.instant().toString();
    }
}
