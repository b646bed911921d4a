package org.invisiblecollege.ingest.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.invisiblecollege.cypher.Parameters;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.PaperProperties;
import org.invisiblecollege.ingest.resolve.ResolvedPaper;
import org.invisiblecollege.ingest.write.GraphRows.AuthorshipRow;
import org.invisiblecollege.ingest.write.GraphRows.RecordRow;
import org.invisiblecollege.ingest.write.GraphRows.SourceRow;
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
        ON CREATE SET t += row\
        """;
    private static final String MERGE_BROADER = """
        UNWIND $rows AS row
        MATCH (narrower:Topic {id: row.narrower}) MATCH (broader:Topic {id: row.broader})
        MERGE (narrower)-[:BROADER]->(broader)\
        """;
    private static final String MERGE_PAPERS = """
        UNWIND $rows AS row
        MERGE (p:Paper {id: row.id})
        SET p += row.properties
        SET p.categories = row.categories, p.externalIds = row.externalIds\
        """;
    private static final String MERGE_AUTHORS = """
        UNWIND $rows AS row
        MERGE (a:Author {id: row.id})
        ON CREATE SET a.name = row.name, a.nameKey = row.nameKey, a.nameKeys = [row.nameKey], a.variants = [row.name],
                      a.orcid = row.orcid\
        """;
    private static final String MERGE_AUTHORSHIPS = """
        UNWIND $rows AS row
        MATCH (p:Paper {id: row.paper}) MATCH (a:Author {id: row.id})
        MERGE (p)-[r:AUTHORED_BY]->(a)
        SET r.position = row.position, r.nameAsWritten = row.nameAsWritten, r.organisations = row.organisations\
        """;
    private static final String MERGE_PAPER_TOPICS = """
        UNWIND $rows AS row
        MATCH (p:Paper {id: row.paper}) MATCH (t:Topic {id: row.id})
        MERGE (p)-[r:CITES_TOPIC {method: row.method}]->(t)
        SET r.score = row.score, r.evidence = row.evidence\
        """;
    private static final String MERGE_PAPER_RECORDS = """
        MATCH (s:Source {id: $source})
        UNWIND $rows AS row
        MATCH (p:Paper {id: row.id})
        MERGE (p)-[r:RECORDED_IN {recordId: row.recordId}]->(s)
        SET r.at = $at, r.digest = row.digest, r.given = row.given\
        """;
    private static final String MERGE_AUTHOR_RECORDS = """
        MATCH (s:Source {id: $source})
        UNWIND $rows AS row
        MATCH (a:Author {id: row.id})
        MERGE (a)-[r:RECORDED_IN {recordId: row.personKey}]->(s)
        ON CREATE SET r.at = $at\
        """;
    private static final String MERGE_ORGANISATIONS = """
        MATCH (s:Source {id: $source})
        UNWIND $rows AS row
        MERGE (o:Organisation {id: row.id})
        ON CREATE SET o.name = row.name, o.nameKey = row.nameKey, o.nameKeys = [row.nameKey], o.aliases = [row.name],
                      o.ror = row.ror, o.country = row.country
        MERGE (o)-[r:RECORDED_IN {recordId: row.recordId}]->(s)
        ON CREATE SET r.at = $at\
        """;
    private static final String MERGE_PAPER_ORGANISATIONS = """
        UNWIND $rows AS row
        MATCH (p:Paper {id: row.paper}) MATCH (o:Organisation {id: row.organisation})
        MERGE (p)-[:FROM_ORGANISATION]->(o)\
        """;
    private static final String MERGE_AFFILIATIONS = """
        UNWIND $rows AS row
        MATCH (a:Author {id: row.id}) MATCH (o:Organisation {id: row.organisation})
        MERGE (a)-[r:AFFILIATED_WITH]->(o)
        ON CREATE SET r.papers = 1, r.firstYear = row.year, r.lastYear = row.year
        ON MATCH SET r.papers = r.papers + 1,
                     r.firstYear = CASE WHEN row.year < r.firstYear THEN row.year ELSE coalesce(r.firstYear, row.year) END,
                     r.lastYear = CASE WHEN row.year > r.lastYear THEN row.year ELSE coalesce(r.lastYear, row.year) END\
        """;
    private static final String MERGE_PAIRS = """
        UNWIND $rows AS row
        MATCH (a:Author {id: row.a}) MATCH (b:Author {id: row.b})
        MERGE (a)-[r:CO_AUTHOR]->(b)
        ON CREATE SET r.papers = 1, r.fractional = row.share, r.firstYear = row.year, r.lastYear = row.year
        ON MATCH SET r.papers = r.papers + 1, r.fractional = r.fractional + row.share,
                     r.firstYear = CASE WHEN row.year < r.firstYear THEN row.year ELSE coalesce(r.firstYear, row.year) END,
                     r.lastYear = CASE WHEN row.year > r.lastYear THEN row.year ELSE coalesce(r.lastYear, row.year) END\
        """;

    private record AuthorshipOfPaper(
            String paper,
            String id,
            @Nullable Integer position,
            @Nullable String nameAsWritten,
            @Nullable List<String> organisations) {}

    private record TopicOfPaper(
            String paper,
            String id,
            String method,
            double score,
            @Nullable List<String> evidence) {}

    private record OrganisationOfPaper(String paper, String organisation) {}

    private record AffiliationOnPaper(
            String id, String organisation, @Nullable Integer year) {}

    private record PairOnPaper(
            String a, String b, double share, @Nullable Integer year) {}

    private final Driver driver;
    private final SourceDescription source;
    private final RowBuilder builder;
    private final int maxAuthors;
    private final String at;

    public PlainWriter(Driver driver, SourceDescription source, int maxAuthors, String at) {
        this.driver = driver;
        this.source = source;
        this.builder = new RowBuilder(source);
        this.maxAuthors = maxAuthors;
        this.at = at;
    }

    public void begin(List<Concept> concepts) {
        transaction(transaction -> {
            transaction.run(MERGE_SOURCE, Map.of("row", Parameters.of(SourceRow.of(source, 0, at, "IDS"))));
            run(transaction, MERGE_TOPICS, VocabularyWriter.rows(concepts));
            run(transaction, MERGE_BROADER, VocabularyWriter.broader(concepts));
        });
    }

    public void write(List<ResolvedPaper> batch) {
        GraphRows rows = builder.rows(batch);
        List<AuthorshipOfPaper> authorships = new ArrayList<>();
        List<TopicOfPaper> topics = new ArrayList<>();
        List<OrganisationOfPaper> organisations = new ArrayList<>();
        List<AffiliationOnPaper> affiliations = new ArrayList<>();
        List<PairOnPaper> pairs = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            RecordRow paper = rows.newPapers.get(i);
            PaperRecord record = batch.get(i).record();
            Integer year = PaperProperties.year(record);
            paper.organisations()
                    .forEach(organisation -> organisations.add(new OrganisationOfPaper(paper.id(), organisation)));
            paper.topics()
                    .forEach(topic -> topics.add(
                            new TopicOfPaper(paper.id(), topic.id(), topic.method(), topic.score(), topic.evidence())));
            for (AuthorshipRow author : paper.authors()) {
                authorships.add(new AuthorshipOfPaper(
                        paper.id(), author.id(), author.position(), author.nameAsWritten(), author.organisations()));
                if (author.organisations() != null) {
                    author.organisations()
                            .forEach(organisation ->
                                    affiliations.add(new AffiliationOnPaper(author.id(), organisation, year)));
                }
            }
            addPairs(paper, record, year, pairs);
        }
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
            run(transaction, MERGE_AUTHOR_RECORDS, rows.newAuthors);
            run(transaction, MERGE_AUTHOR_RECORDS, rows.joinedAuthors);
            run(transaction, MERGE_PAIRS, pairs);
        });
    }

    private void addPairs(RecordRow paper, PaperRecord record, @Nullable Integer year, List<PairOnPaper> pairs) {
        int stated = record.authorCount() == null ? 0 : record.authorCount();
        int n = Math.max(stated, paper.authors().size());
        if (n > maxAuthors) {
            return;
        }
        for (AuthorshipRow a : paper.authors()) {
            for (AuthorshipRow b : paper.authors()) {
                if (a.id().compareTo(b.id()) < 0) {
                    pairs.add(new PairOnPaper(a.id(), b.id(), 1.0 / (n - 1), year));
                }
            }
        }
    }

    private <R extends Record> void run(TransactionContext transaction, String statement, List<R> rows) {
        if (!rows.isEmpty()) {
            List<Map<String, Object>> maps = rows.stream().map(Parameters::of).toList();
            transaction
                    .run(statement, Map.of("rows", maps, "source", source.id(), "at", at))
                    .consume();
        }
    }

    private void transaction(Consumer<TransactionContext> work) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(work);
        }
    }
}
