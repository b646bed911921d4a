package org.invisiblecollege.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.identity.AbstractFingerprint;
import org.invisiblecollege.identity.Folding;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.TopicMention;
import org.jspecify.annotations.Nullable;

/**
 * Writes resolved records into a live graph, in batches, each a transaction. Every statement merges by id and derived
 * edges are recomputed, never incremented, so that writing again changes nothing.
 */
final class GraphWriter {

    private static final int BATCH = 1_000;

    private static final CypherFile MERGE_SOURCES = file("merge-sources");
    private static final CypherFile MERGE_TOPICS = file("merge-topics");
    private static final CypherFile MERGE_BROADER_TOPICS = file("merge-broader-topics");
    private static final CypherFile MERGE_RELATED_TOPICS = file("merge-related-topics");
    private static final CypherFile MERGE_ASSERTED_TOPICS = file("merge-asserted-topics");
    private static final CypherFile MERGE_ORGANISATIONS = file("merge-organisations");
    private static final CypherFile MERGE_AUTHORS = file("merge-authors");
    private static final CypherFile MERGE_PAPERS = file("merge-papers");
    private static final CypherFile MERGE_AUTHORSHIPS = file("merge-authorships");
    private static final CypherFile MERGE_PAPER_ORGANISATIONS = file("merge-paper-organisations");
    private static final CypherFile MERGE_PAPER_TOPICS = file("merge-paper-topics");
    private static final CypherFile MERGE_AUTHOR_METRICS = file("merge-author-metrics");
    private static final CypherFile MERGE_PAPER_METRICS = file("merge-paper-metrics");
    private static final CypherFile MERGE_PENDING_RECORDS = file("merge-pending-records");
    private static final CypherFile MERGE_IDENTITY_DECISIONS = file("merge-identity-decisions");
    private static final CypherFile RESOLVE_PENDING_RECORDS = file("resolve-pending-records");
    private static final CypherFile SPELLINGS_OF_MANY = file("spellings-of-many");
    private static final CypherFile SET_AUTHOR_NAMES = file("set-author-names");
    private static final CypherFile FORGET_CO_AUTHOR_EDGES = file("forget-co-author-edges");
    private static final CypherFile DERIVE_CO_AUTHOR_EDGES = file("derive-co-author-edges");

    private final Graph graph;
    private final Clock clock;
    private final int maxAuthorsPerPaper;
    private final Set<String> touched = new LinkedHashSet<>();

    /** @param maxAuthorsPerPaper papers with more authors make no CO_AUTHOR edges */
    GraphWriter(Graph graph, Clock clock, int maxAuthorsPerPaper) {
        this.graph = graph;
        this.clock = clock;
        this.maxAuthorsPerPaper = maxAuthorsPerPaper;
    }

    private static CypherFile file(String name) {
        return CypherFile.of(GraphWriter.class, name);
    }

    void writeVocabularies(List<Concept> concepts) {
        write(MERGE_TOPICS, concepts, concept -> {
            Set<String> keys = new LinkedHashSet<>();
            keys.add(Folding.key(concept.label()));
            concept.altLabels().forEach(label -> keys.add(Folding.key(label)));
            return row(
                    "id", concept.id(),
                    "label", concept.label(),
                    "labelKey", Folding.key(concept.label()),
                    "labelKeys", List.copyOf(keys),
                    "altLabels", concept.altLabels(),
                    "scheme", concept.scheme(),
                    "scopeNote", concept.scopeNote());
        });
        write(
                MERGE_BROADER_TOPICS,
                concepts.stream()
                        .flatMap(concept -> concept.broader().stream()
                                .map(broader -> row("narrower", concept.id(), "broader", broader)))
                        .toList(),
                Function.identity());
        write(
                MERGE_RELATED_TOPICS,
                concepts.stream()
                        .flatMap(concept -> concept.related().stream().map(related -> {
                            boolean inOrder = concept.id().compareTo(related) < 0;
                            return row(
                                    "one", inOrder ? concept.id() : related,
                                    "other", inOrder ? related : concept.id());
                        }))
                        .distinct()
                        .toList(),
                Function.identity());
    }

    /** Writes the source itself, with the number of its records known so far. */
    void writeSource(SourceDescription source, int records) {
        graph.write(transaction -> transaction.rows(
                MERGE_SOURCES,
                List.of(row(
                        "id", source.id(),
                        "name", source.name(),
                        "kind", source.kind(),
                        "sha256", source.sha256(),
                        "licence", source.licence(),
                        "attribution", source.attribution(),
                        "records", records,
                        "loadedAt", now()))));
    }

    /** Writes a batch with everything that hangs on it, in one transaction. */
    void write(SourceDescription source, List<ResolvedPaper> batch) {
        Rows rows = new Rows(source.id(), now());
        batch.forEach(rows::add);
        graph.write(transaction -> {
            transaction.rows(MERGE_ORGANISATIONS, List.copyOf(rows.organisations.values()));
            transaction.rows(MERGE_AUTHORS, List.copyOf(rows.authors.values()));
            transaction.rows(MERGE_ASSERTED_TOPICS, List.copyOf(rows.assertedTopics.values()));
            transaction.rows(MERGE_PAPERS, rows.papers);
            transaction.rows(MERGE_AUTHORSHIPS, rows.authorships);
            transaction.rows(MERGE_PAPER_ORGANISATIONS, rows.paperOrganisations);
            transaction.rows(MERGE_PAPER_TOPICS, rows.topics);
            transaction.rows(MERGE_PAPER_METRICS, rows.metrics);
            transaction.rows(RESOLVE_PENDING_RECORDS, rows.resolved);
        });
        touched.addAll(rows.authors.keySet());
    }

    /** Writes what a source says of a person. */
    void writePerson(SourceDescription source, PersonRecord person, String author) {
        graph.write(transaction -> {
            transaction.rows(
                    MERGE_AUTHORS, List.of(author(author, person.name(), person.recordId(), null, source.id(), now())));
            transaction.rows(
                    MERGE_AUTHOR_METRICS,
                    person.reported().entrySet().stream()
                            .map(fact -> metric(author, source.id(), fact.getKey(), fact.getValue()))
                            .toList());
        });
    }

    /** Writes records that wait for their paper. */
    void writePending(List<PendingRecord> pending) {
        write(
                MERGE_PENDING_RECORDS,
                pending,
                each -> row(
                        "id", each.id(),
                        "source", each.source(),
                        "recordId", each.recordId(),
                        "abstractFingerprint", each.fingerprint().encoded(),
                        "at", now()));
    }

    /** Writes why spellings were taken for one person. */
    void writeDecisions(List<MergedSpellings> merged) {
        write(
                MERGE_IDENTITY_DECISIONS,
                merged,
                merge -> row(
                        "id", "decision:" + Ids.hash(merge.author() + " " + merge.names()),
                        "author", merge.author(),
                        "kind", "MERGE",
                        "names", merge.names(),
                        "evidence",
                                merge.sharedCoAuthors().stream()
                                        .map(name -> "shared co-author: " + name)
                                        .toList(),
                        "method", MergedSpellings.METHOD,
                        "at", now()));
    }

    /** Names the people written since the start anew, and derives their co-author edges. */
    void derive(Progress progress) {
        List<String> authors = List.copyOf(touched);
        progress.start("Deriving co-author edges", authors.size());
        for (int from = 0; from < authors.size(); from += BATCH) {
            List<String> batch = authors.subList(from, Math.min(from + BATCH, authors.size()));
            List<Map<String, Object>> names = graph.list(SPELLINGS_OF_MANY, Map.of("authors", batch), AuthorNames::row);
            graph.write(transaction -> {
                transaction.rows(SET_AUTHOR_NAMES, names);
                transaction.run(FORGET_CO_AUTHOR_EDGES, Map.of("authors", batch));
                transaction.run(DERIVE_CO_AUTHOR_EDGES, Map.of("authors", batch, "maxAuthors", maxAuthorsPerPaper));
            });
            progress.at(from + batch.size(), from + batch.size());
        }
        progress.end();
        touched.clear();
    }

    private String now() {
        return clock.instant().toString();
    }

    /** The rows of one batch, by statement. */
    private static final class Rows {
        final Map<String, Map<String, Object>> organisations = new LinkedHashMap<>();
        final Map<String, Map<String, Object>> authors = new LinkedHashMap<>();
        final Map<String, Map<String, Object>> assertedTopics = new LinkedHashMap<>();
        final List<Map<String, Object>> papers = new ArrayList<>();
        final List<Map<String, Object>> authorships = new ArrayList<>();
        final List<Map<String, Object>> paperOrganisations = new ArrayList<>();
        final List<Map<String, Object>> topics = new ArrayList<>();
        final List<Map<String, Object>> metrics = new ArrayList<>();
        final List<Map<String, Object>> resolved = new ArrayList<>();
        private final String source;
        private final String now;

        Rows(String source, String now) {
            this.source = source;
            this.now = now;
        }

        /** Cypher's maps hold nulls, the driver's signature does not say so. */
        @SuppressWarnings("NullAway")
        static Map<String, Object> nullable(Map<String, @Nullable Object> row) {
            return row;
        }

        void add(ResolvedPaper paper) {
            PaperRecord record = paper.record();
            papers.add(row(
                    "id", paper.id(),
                    "properties", properties(record),
                    "isOwn", paper.isOwn(),
                    "recordId", record.recordId(),
                    "source", source,
                    "at", now));
            paper.authors().forEach(author -> {
                AuthorMention mention = author.mention();
                authors.putIfAbsent(
                        author.id(),
                        author(author.id(), mention.name(), author.personKey(), mention.orcid(), source, now));
                authorships.add(row(
                        "paper", paper.id(),
                        "author", author.id(),
                        "position", mention.position(),
                        "nameAsWritten", mention.position() == null ? null : mention.name()));
            });
            record.organisations().forEach(mention -> {
                String id = "organisation:name:" + Ids.hash(Folding.key(mention.name()));
                organisations.putIfAbsent(id + mention.name(), organisation(id, mention));
                paperOrganisations.add(row("paper", paper.id(), "organisation", id));
            });
            topics.addAll(matched(paper));
            record.assertedTopics().forEach(asserted -> {
                String id = "topic:" + asserted.scheme() + ":" + asserted.localId();
                assertedTopics.putIfAbsent(
                        id,
                        row(
                                "id", id,
                                "label", asserted.label(),
                                "labelKey", Folding.key(asserted.label()),
                                "scheme", asserted.scheme()));
                topics.add(row(
                        "paper", paper.id(),
                        "topic", id,
                        "method", "ASSERTED",
                        "score", asserted.score(),
                        "evidence", List.of()));
            });
            record.reported().forEach((name, value) -> metrics.add(metric(paper.id(), source, name, value)));
            paper.pending().forEach(pending -> resolved.add(row("pending", pending.id(), "paper", paper.id())));
        }

        private Map<String, Object> organisation(String id, OrganisationMention mention) {
            return row(
                    "id", id,
                    "name", mention.name(),
                    "nameKey", Folding.key(mention.name()),
                    "ror", mention.ror(),
                    "country", mention.country(),
                    "source", source,
                    "at", now);
        }
    }

    private static Map<String, Object> author(
            String id, String name, String personKey, @Nullable String orcid, String source, String now) {
        return row(
                "id", id,
                "name", name,
                "nameKey", Folding.key(name),
                "personKey", personKey,
                "orcid", orcid,
                "source", source,
                "at", now);
    }

    private static Map<String, Object> properties(PaperRecord record) {
        PublicationDate date = record.publishedOn();
        AbstractFingerprint fingerprint = record.fingerprint();
        Map<String, Object> properties = row(
                "abstract", record.abstractText(),
                "publishedOn", date == null ? null : date.text(),
                "datePrecision", date == null ? null : date.precision().name(),
                "year", date == null ? null : date.year(),
                "authorCount", record.authorCount(),
                "authorsComplete", record.authorsComplete(),
                "categories", record.categories(),
                "venue", record.venue(),
                "type", record.type(),
                "citationCount", record.citationCount(),
                "isRetracted", record.isRetracted(),
                "doi", record.externalIds().get("doi"),
                "abstractFingerprint", fingerprint == null ? null : fingerprint.encoded());
        if (record.title() != null) {
            properties.put("title", record.title());
            properties.put("titleKey", Folding.key(record.title()));
        }
        return properties;
    }

    /** Topics found in title and abstract, with the places that show them. */
    private static List<Map<String, Object>> matched(ResolvedPaper paper) {
        Map<String, List<TopicMention>> byTopic = paper.record().mentions().stream()
                .collect(Collectors.groupingBy(TopicMention::topic, LinkedHashMap::new, Collectors.toList()));
        return byTopic.entrySet().stream()
                .map(topic -> row(
                        "paper", paper.id(),
                        "topic", topic.getKey(),
                        "method", "MATCHED",
                        "score", score(topic.getValue()),
                        "evidence",
                                topic.getValue().stream()
                                        .map(at -> at.field() + ":" + at.start() + ":" + at.end() + ":" + at.text())
                                        .toList()))
                .toList();
    }

    /** 1 - 2^-(2t + a) for t mentions in the title and a in the abstract: more never counts less, the title double. */
    private static double score(List<TopicMention> mentions) {
        long inTitle =
                mentions.stream().filter(at -> at.field().equals("title")).count();
        return 1 - Math.pow(2, -(double) (inTitle + mentions.size()));
    }

    private static Map<String, Object> metric(String about, String source, String name, String value) {
        return row(
                "id", "metric:" + Ids.hash(about + " " + source + " " + name),
                "about", about,
                "source", source,
                "name", name,
                "value", value);
    }

    private <T> void write(CypherFile statement, Iterable<T> items, Function<T, Map<String, Object>> toRow) {
        List<Map<String, Object>> rows = new ArrayList<>();
        items.forEach(item -> rows.add(toRow.apply(item)));
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Map<String, Object>> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            graph.write(transaction -> transaction.rows(statement, batch));
        }
    }

    /** A row from alternating names and values; values may be null, as Cypher's may. */
    private static Map<String, Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return Rows.nullable(row);
    }
}
