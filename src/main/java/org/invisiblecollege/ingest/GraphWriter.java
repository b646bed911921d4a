package org.invisiblecollege.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final String CATEGORY_SCHEME = "topic:arxiv:cs.";

    private static final CypherFile MERGE_SOURCES = file("merge-sources");
    private static final CypherFile MERGE_TOPICS = file("merge-topics");
    private static final CypherFile MERGE_BROADER_TOPICS = file("merge-broader-topics");
    private static final CypherFile MERGE_RELATED_TOPICS = file("merge-related-topics");
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
    private static final CypherFile FORGET_CO_AUTHOR_EDGES = file("forget-co-author-edges");
    private static final CypherFile DERIVE_CO_AUTHOR_EDGES = file("derive-co-author-edges");

    private final Graph graph;
    private final Clock clock;
    private final int maxAuthorsPerPaper;

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

    void write(List<SourceRecords> sources, Resolution resolution) {
        String now = clock.instant().toString();
        write(
                MERGE_SOURCES,
                sources,
                each -> row(
                        "id", each.source().id(),
                        "name", each.source().name(),
                        "kind", each.source().kind(),
                        "sha256", each.source().sha256(),
                        "licence", each.source().licence(),
                        "attribution", each.source().attribution(),
                        "records", each.papers().size(),
                        "loadedAt", now));
        write(
                MERGE_ORGANISATIONS,
                resolution.organisations(),
                organisation -> named(
                        organisation.id,
                        mostFrequent(organisation.names),
                        organisation.names.keySet(),
                        "aliases",
                        organisation.provenance,
                        now));
        write(
                MERGE_AUTHORS,
                resolution.authors(),
                author ->
                        named(author.id, author.name(), author.spellings.keySet(), "variants", author.provenance, now));
        write(
                MERGE_PAPERS,
                resolution.papers(),
                paper -> row(
                        "id",
                        paper.id,
                        "properties",
                        properties(paper),
                        "provenance",
                        provenance(paper.provenance),
                        "at",
                        now));
        writeEach(
                MERGE_AUTHORSHIPS,
                resolution.papers(),
                paper -> paper.authors.entrySet().stream()
                        .map(author -> row(
                                "paper",
                                paper.id,
                                "author",
                                author.getKey(),
                                "position",
                                author.getValue().position(),
                                "nameAsWritten",
                                author.getValue().position() == null
                                        ? null
                                        : author.getValue().name())));
        writeEach(
                MERGE_PAPER_ORGANISATIONS,
                resolution.papers(),
                paper -> paper.organisations.stream()
                        .map(organisation -> row("paper", paper.id, "organisation", organisation)));
        writeEach(MERGE_PAPER_TOPICS, resolution.papers(), GraphWriter::topics);
        writeEach(
                MERGE_PAPER_METRICS,
                resolution.papers(),
                paper -> paper.reported.stream().map(fact -> metric(paper.id, fact.by(), fact.name(), fact.value())));
        writeEach(
                MERGE_AUTHOR_METRICS,
                resolution.people(),
                person -> person.reported().entrySet().stream()
                        .map(fact -> metric(person.author(), person.record(), fact.getKey(), fact.getValue())));
        write(
                MERGE_PENDING_RECORDS,
                resolution.pending(),
                pending -> row(
                        "id",
                                "pending:"
                                        + Resolution.hash(pending.record().source() + " "
                                                + pending.record().recordId()),
                        "source", pending.record().source(),
                        "recordId", pending.record().recordId(),
                        "abstractFingerprint", pending.fingerprint().encoded(),
                        "topics",
                                pending.mentions().stream()
                                        .map(TopicMention::topic)
                                        .distinct()
                                        .sorted()
                                        .toList(),
                        "at", now));
        write(
                MERGE_IDENTITY_DECISIONS,
                resolution.merges(),
                merge -> row(
                        "id",
                        "decision:" + Resolution.hash(merge.author() + " " + merge.names()),
                        "author",
                        merge.author(),
                        "kind",
                        "MERGE",
                        "names",
                        merge.names(),
                        "evidence",
                        merge.sharedCoAuthors().stream()
                                .map(name -> "shared co-author: " + name)
                                .toList(),
                        "method",
                        Resolution.METHOD,
                        "at",
                        now));
        deriveCoAuthors(resolution.authors().stream().map(author -> author.id).toList());
    }

    private void deriveCoAuthors(List<String> authors) {
        graph.write(transaction -> {
            transaction.run(FORGET_CO_AUTHOR_EDGES, Map.of("authors", authors));
            transaction.run(DERIVE_CO_AUTHOR_EDGES, Map.of("authors", authors, "maxAuthors", maxAuthorsPerPaper));
        });
    }

    private static Map<String, Object> properties(Resolution.Paper paper) {
        PublicationDate date = paper.publishedOn;
        AbstractFingerprint fingerprint = paper.fingerprint;
        return row(
                "title",
                paper.title,
                "titleKey",
                Folding.key(paper.title),
                "abstract",
                paper.abstractText,
                "publishedOn",
                date == null ? null : date.text(),
                "datePrecision",
                date == null ? null : date.precision().name(),
                "year",
                date == null ? null : date.year(),
                "authorCount",
                paper.authorCount,
                "authorsComplete",
                paper.authorsComplete,
                "categories",
                List.copyOf(paper.categories),
                "isRetracted",
                false,
                "abstractFingerprint",
                fingerprint == null ? null : fingerprint.encoded());
    }

    /** Matched topics with the places that show them, and the categories a source asserts. */
    private static Stream<Map<String, Object>> topics(Resolution.Paper paper) {
        Map<String, List<TopicMention>> byTopic = paper.mentions.stream()
                .collect(Collectors.groupingBy(TopicMention::topic, LinkedHashMap::new, Collectors.toList()));
        Stream<Map<String, Object>> matched = byTopic.entrySet().stream()
                .map(topic -> row(
                        "paper", paper.id,
                        "topic", topic.getKey(),
                        "method", "MATCHED",
                        "score", score(topic.getValue()),
                        "evidence",
                                topic.getValue().stream()
                                        .map(at -> at.field() + ":" + at.start() + ":" + at.end() + ":" + at.text())
                                        .toList()));
        Stream<Map<String, Object>> asserted = paper.categories.stream()
                .map(category -> row(
                        "paper",
                        paper.id,
                        "topic",
                        CATEGORY_SCHEME + category,
                        "method",
                        "ASSERTED",
                        "score",
                        1.0,
                        "evidence",
                        List.of()));
        return Stream.concat(matched, asserted);
    }

    /** 1 - 2^-(2t + a) for t mentions in the title and a in the abstract: more never counts less, the title double. */
    private static double score(List<TopicMention> mentions) {
        long inTitle =
                mentions.stream().filter(at -> at.field().equals("title")).count();
        return 1 - Math.pow(2, -(double) (inTitle + mentions.size()));
    }

    private static Map<String, Object> metric(String about, Resolution.Provenance by, String name, String value) {
        return row(
                "id", "metric:" + Resolution.hash(about + " " + by.source() + " " + name),
                "about", about,
                "source", by.source(),
                "name", name,
                "value", value);
    }

    private static Map<String, Object> named(
            String id,
            String name,
            Set<String> names,
            String namesProperty,
            Set<Resolution.Provenance> provenance,
            String now) {
        Set<String> keys = new TreeSet<>();
        names.forEach(each -> keys.add(Folding.key(each)));
        return row(
                "id",
                id,
                "name",
                name,
                "nameKey",
                Folding.key(name),
                "nameKeys",
                List.copyOf(keys),
                namesProperty,
                List.copyOf(names),
                "provenance",
                provenance(provenance),
                "at",
                now);
    }

    private static String mostFrequent(Map<String, Integer> names) {
        return names.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static List<Map<String, Object>> provenance(Set<Resolution.Provenance> records) {
        return records.stream()
                .map(record -> row("source", record.source(), "recordId", record.recordId()))
                .toList();
    }

    private <T> void writeEach(
            CypherFile statement, Iterable<T> items, Function<T, Stream<Map<String, Object>>> toRows) {
        List<Map<String, Object>> rows = new ArrayList<>();
        items.forEach(item -> toRows.apply(item).forEach(rows::add));
        write(statement, rows, Function.identity());
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
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                row.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return row;
    }
}
