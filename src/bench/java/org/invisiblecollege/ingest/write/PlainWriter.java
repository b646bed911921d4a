package org.invisiblecollege.ingest.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.ResolvedPaper;
import org.invisiblecollege.topic.Concept;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionContext;

/**
 * What one would write first: a thousand papers a transaction, every node and edge by MERGE, co-author edges counted up
 * paper by paper. The same resolved records as the real writers get. Writes less than they do: no change log, no
 * references and citations, no spellings of names.
 */
public final class PlainWriter {

    private static final String MERGE_SOURCE = "MERGE (s:Source {id: $row.id}) SET s += $row";
    private static final String MERGE_TOPICS = """
            UNWIND $rows AS row
            MERGE (t:Topic {id: row.id})
            ON CREATE SET t += row""";
    private static final String MERGE_BROADER = """
            UNWIND $rows AS row
            MATCH (narrower:Topic {id: row.narrower}) MATCH (broader:Topic {id: row.broader})
            MERGE (narrower)-[:BROADER]->(broader)""";
    private static final String MERGE_PAPERS = """
            UNWIND $rows AS row
            MERGE (p:Paper {id: row.id})
            SET p += row.properties""";
    private static final String MERGE_AUTHORS = """
            UNWIND $rows AS row
            MERGE (a:Author {id: row.id})
            ON CREATE SET a.name = row.name, a.nameKey = row.nameKey, a.nameKeys = [row.nameKey], a.variants = [row.name],
                          a.orcid = row.orcid""";
    private static final String MERGE_AUTHORSHIPS = """
            UNWIND $rows AS row
            MATCH (p:Paper {id: row.paper}) MATCH (a:Author {id: row.id})
            MERGE (p)-[r:AUTHORED_BY]->(a)
            SET r += row.properties""";
    private static final String MERGE_PAPER_TOPICS = """
            UNWIND $rows AS row
            MATCH (p:Paper {id: row.paper}) MATCH (t:Topic {id: row.id})
            MERGE (p)-[r:CITES_TOPIC {method: row.method}]->(t)
            SET r.score = row.score, r.evidence = row.evidence""";
    private static final String MERGE_PAPER_RECORDS = """
            MATCH (s:Source {id: $source})
            UNWIND $rows AS row
            MATCH (p:Paper {id: row.id})
            MERGE (p)-[r:RECORDED_IN {recordId: row.recordId}]->(s)
            SET r.at = $at, r.digest = row.digest, r.given = row.given""";
    private static final String MERGE_AUTHOR_RECORDS = """
            MATCH (s:Source {id: $source})
            UNWIND $rows AS row
            MATCH (a:Author {id: row.id})
            MERGE (a)-[r:RECORDED_IN {recordId: row.personKey}]->(s)
            ON CREATE SET r.at = $at""";
    private static final String MERGE_ORGANISATIONS = """
            MATCH (s:Source {id: $source})
            UNWIND $rows AS row
            MERGE (o:Organisation {id: row.id})
            ON CREATE SET o.name = row.name, o.nameKey = row.nameKey, o.nameKeys = [row.nameKey], o.aliases = [row.name],
                          o.ror = row.ror, o.country = row.country
            MERGE (o)-[r:RECORDED_IN {recordId: row.recordId}]->(s)
            ON CREATE SET r.at = $at""";
    private static final String MERGE_PAPER_ORGANISATIONS = """
            UNWIND $rows AS row
            MATCH (p:Paper {id: row.paper}) MATCH (o:Organisation {id: row.organisation})
            MERGE (p)-[:FROM_ORGANISATION]->(o)""";
    private static final String MERGE_AFFILIATIONS = """
            UNWIND $rows AS row
            MATCH (a:Author {id: row.id}) MATCH (o:Organisation {id: row.organisation})
            MERGE (a)-[r:AFFILIATED_WITH]->(o)
            ON CREATE SET r.papers = 1, r.firstYear = row.year, r.lastYear = row.year
            ON MATCH SET r.papers = r.papers + 1,
                         r.firstYear = CASE WHEN row.year < r.firstYear THEN row.year ELSE coalesce(r.firstYear, row.year) END,
                         r.lastYear = CASE WHEN row.year > r.lastYear THEN row.year ELSE coalesce(r.lastYear, row.year) END""";
    private static final String MERGE_PAIRS = """
            UNWIND $rows AS row
            MATCH (a:Author {id: row.a}) MATCH (b:Author {id: row.b})
            MERGE (a)-[r:CO_AUTHOR]->(b)
            ON CREATE SET r.papers = 1, r.fractional = row.share, r.firstYear = row.year, r.lastYear = row.year
            ON MATCH SET r.papers = r.papers + 1, r.fractional = r.fractional + row.share,
                         r.firstYear = CASE WHEN row.year < r.firstYear THEN row.year ELSE coalesce(r.firstYear, row.year) END,
                         r.lastYear = CASE WHEN row.year > r.lastYear THEN row.year ELSE coalesce(r.lastYear, row.year) END""";

    private final Driver driver;
    private final SourceDescription source;
    private final GraphRows.Maker maker;
    private final int maxAuthors;
    private final String at;

    public PlainWriter(Driver driver, SourceDescription source, int maxAuthors, String at) {
        this.driver = driver;
        this.source = source;
        this.maker = new GraphRows.Maker(source);
        this.maxAuthors = maxAuthors;
        this.at = at;
    }

    public void begin(List<Concept> concepts) {
        transaction(transaction -> {
            transaction.run(MERGE_SOURCE, Map.of("row", TransactionalWriter.sourceRow(source, 0, at)));
            run(transaction, MERGE_TOPICS, VocabularyWriter.rows(concepts));
            run(transaction, MERGE_BROADER, VocabularyWriter.broader(concepts));
        });
    }

    public void write(List<ResolvedPaper> batch) {
        GraphRows rows = maker.of(batch);
        List<Map<String, Object>> authorships = new ArrayList<>();
        List<Map<String, Object>> topics = new ArrayList<>();
        List<Map<String, Object>> pairs = new ArrayList<>();
        List<Map<String, Object>> organisations = new ArrayList<>();
        List<Map<String, Object>> affiliations = new ArrayList<>();
        for (Map<String, Object> paper : rows.newPapers) {
            addOrganisations(paper, organisations, affiliations);
            authorships.addAll(ofPaper(paper, "authors"));
            topics.addAll(ofPaper(paper, "topics"));
            addPairs(paper, pairs);
        }
        List<Map<String, Object>> authorRecords = new ArrayList<>(rows.newAuthors);
        authorRecords.addAll(rows.joinedAuthors);
        transaction(transaction -> {
            run(transaction, MERGE_PAPERS, rows.newPapers);
            run(transaction, MERGE_AUTHORS, rows.newAuthors);
            run(transaction, MERGE_TOPICS, rows.assertedTopics);
            run(transaction, MERGE_ORGANISATIONS, rows.organisations);
            run(transaction, MERGE_AUTHORSHIPS, authorships);
            run(transaction, MERGE_PAPER_ORGANISATIONS, organisations);
            run(transaction, MERGE_AFFILIATIONS, affiliations);
            run(transaction, MERGE_PAPER_TOPICS, topics);
            run(transaction, MERGE_PAPER_RECORDS, rows.newPapers);
            run(transaction, MERGE_AUTHOR_RECORDS, authorRecords);
            run(transaction, MERGE_PAIRS, pairs);
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> ofPaper(Map<String, Object> paper, String name) {
        List<Map<String, Object>> rows = (List<Map<String, Object>>) said(paper, name);
        rows.forEach(row -> {
            row.put("paper", paper.get("id"));
        });
        return rows;
    }

    @SuppressWarnings("unchecked")
    private static void addOrganisations(
            Map<String, Object> paper,
            List<Map<String, Object>> organisations,
            List<Map<String, Object>> affiliations) {
        for (String organisation : GraphRows.texts(paper, "organisations")) {
            organisations.add(GraphRows.row("paper", paper.get("id"), "organisation", organisation));
        }
        Object year = ((Map<String, @Nullable Object>) said(paper, "properties")).get("year");
        for (Map<String, Object> author : (List<Map<String, Object>>) said(paper, "authors")) {
            for (String at : GraphRows.texts((Map<String, Object>) said(author, "properties"), "organisations")) {
                affiliations.add(GraphRows.row("id", author.get("id"), "organisation", at, "year", year));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void addPairs(Map<String, Object> paper, List<Map<String, Object>> pairs) {
        Map<String, @Nullable Object> properties = (Map<String, @Nullable Object>) said(paper, "properties");
        List<Map<String, Object>> authors = (List<Map<String, Object>>) said(paper, "authors");
        int stated = properties.get("authorCount") instanceof Integer known ? known : 0;
        int n = Math.max(stated, authors.size());
        if (n > maxAuthors) {
            return;
        }
        Set<String> ids = new LinkedHashSet<>();
        authors.forEach(author -> ids.add(String.valueOf(author.get("id"))));
        for (String a : ids) {
            for (String b : ids) {
                if (a.compareTo(b) < 0) {
                    pairs.add(GraphRows.row("a", a, "b", b, "share", 1.0 / (n - 1), "year", properties.get("year")));
                }
            }
        }
    }

    private static Object said(Map<String, Object> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    private void run(TransactionContext transaction, String statement, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            transaction
                    .run(statement, Map.of("rows", rows, "source", source.id(), "at", at))
                    .consume();
        }
    }

    private void transaction(Consumer<TransactionContext> work) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(work);
        }
    }
}
