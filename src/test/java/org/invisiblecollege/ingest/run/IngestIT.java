package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.source.acl.AclAnthology;
import org.invisiblecollege.ingest.source.bibtex.BibTex;
import org.invisiblecollege.ingest.source.openalex.OpenAlex;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** A second source over the bundled data, in a store of its own: what is joined, what is kept apart, what a repeat does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IngestIT {

    /** One paper of the bundled profile with a fuller author list, two that share nothing but a title, one bad record. */
    private static final String XML = """
            <collection id="2024.x"><volume id="long"><meta><year>2024</year><venue>acl</venue></meta>
              <frontmatter/>
              <paper id="1"><title>Aya Model: An Instruction Finetuned Open-Access Multilingual Language Model</title>
                <author><first>Ahmet</first><last>Üstün</last></author>
                <author><first>Viraat</first><last>Aryabumi</last></author>
                <author><first>Zheng</first><last>Yong</last></author>
                <author id="new-person"><first>New</first><last>Person</last></author></paper>
              <paper id="2"><title>Introduction</title><author><first>Volkan</first><last>Ustun</last></author></paper>
              <paper id="3"><title>Introduction</title><author><first>Arash</first><last>Ahmadian</last></author>
                <abstract>We study a sparse mixture of experts.</abstract></paper>
              <paper id="4"><author><first>No</first><last>Title</last></author></paper>
            </volume></collection>""";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private OwnStore store;

    @SuppressWarnings("NullAway.Init")
    private Ingest ingest;

    @SuppressWarnings("NullAway.Init")
    private Driver driver;

    @SuppressWarnings("NullAway.Init")
    private VersionedGraph versions;

    private Path folder = Path.of("");

    @BeforeAll
    void start(@TempDir Path checkout) throws IOException {
        folder = checkout;
        Files.writeString(Files.createDirectories(folder.resolve("xml")).resolve("2024.x.xml"), XML);
        store = new OwnStore();
        ingest = store.bean(Ingest.class);
        driver = store.bean(Driver.class);
        versions = store.bean(VersionedGraph.class);
        ingest.loadSeeds(SeedFiles.sources());
    }

    @AfterAll
    void stop() {
        store.close();
    }

    private IngestRun load() throws IOException, InterruptedException {
        return ingest.load(AclAnthology.open(folder), false, Progress.NONE);
    }

    @Test
    @Order(1)
    void reportsLoadedSkippedAndRejectedRecords() throws IOException, InterruptedException {
        IngestRun run = load();
        assertThat(run.state()).isEqualTo(IngestRun.State.DONE_WITH_REJECTIONS);
        assertThat(run.records()).isEqualTo(3);
        assertThat(run.skipped()).containsExactly("frontmatter 1");
        assertThat(run.rejected()).containsExactly("paper_without_title 1");
        assertThat(run.rejections())
                .containsExactly(
                        "{\"code\":\"paper_without_title\",\"file\":\"2024.x.xml\",\"line\":11,\"value\":\"2024.x-long.4\"}");
    }

    @Test
    @Order(2)
    void mergesAPaperOfTwoSourcesAndItsAuthors() {
        assertThat(store.count("MATCH (p:Paper) RETURN count(p) AS n")).isEqualTo(431 + 2);
        // New Person, Volkan Ustun, and an Arash Ahmadian who shares no paper with the one of the profile.
        assertThat(store.count("MATCH (a:Author) RETURN count(a) AS n")).isEqualTo(66 + 3);
        assertThat(store.count("MATCH (a:Author {nameKey: 'ahmet ustun'}) RETURN count(a) AS n"))
                .isEqualTo(1);
        assertThat(store.count("""
                        MATCH (p:Paper {titleKey: 'aya model an instruction finetuned open access multilingual language model'})
                          -[r:AUTHORED_BY]->(a:Author)
                        WHERE p.authorsComplete AND p.authorCount = 17 AND p.venue = 'acl'
                        RETURN count(a) AS n""")).isEqualTo(4);
        assertThat(store.count("""
                        MATCH (a:Author {name: 'Zheng-Xin Yong'})
                        WHERE a.variants = ['Zheng Yong', 'Zheng-Xin Yong'] RETURN count(a) AS n""")).isEqualTo(1);
    }

    @Test
    @Order(3)
    void keepsPapersWithTheSameTitleAndAuthorsWithTheSameNameApart() {
        assertThat(store.count("MATCH (p:Paper {titleKey: 'introduction'}) RETURN count(p) AS n"))
                .isEqualTo(2);
        assertThat(store.count("MATCH (a:Author {nameKey: 'arash ahmadian'}) RETURN count(a) AS n"))
                .isEqualTo(2);
        assertThat(store.count("MATCH (a:Author {id: 'author:acl:new-person'}) RETURN count(a) AS n"))
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    void findsTopicsInTheAbstracts() {
        assertThat(store.count("""
                        MATCH (:Paper {id: 'paper:acl:2024.x-long.3'})-[r:CITES_TOPIC {method: 'MATCHED'}]->(t:Topic)
                        WHERE t.label IN ['sparse mixture of experts', 'mixture of experts'] RETURN count(t) AS n""")).isEqualTo(2);
    }

    @Test
    @Order(5)
    void loadingAgainChangesNothing() throws IOException, InterruptedException {
        List<Map<String, Object>> before = everything();
        load();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void edgesNameTheRecordsThatSupportThem() {
        assertThat(store.strings("""
                        MATCH (:Paper {titleKey: 'aya model an instruction finetuned open access multilingual language model'})
                          -[r:AUTHORED_BY]->(:Author {nameKey: 'ahmet ustun'})
                        UNWIND r.records AS record RETURN record AS n""")).hasSize(2).contains("source:acl 2024.x-long.1");
        assertThat(store.strings("""
                        MATCH (:Paper {id: 'paper:acl:2024.x-long.3'})-[r:CITES_TOPIC]->(:Topic {label: 'mixture of experts'})
                        RETURN coalesce(r.records[0], 'the only record of its paper') AS n""")).containsExactly("the only record of its paper");
    }

    @Test
    @Order(7)
    void aChangedRecordChangesItsPaperAndNothingElse() throws IOException, InterruptedException {
        long before = versions.current();
        Files.writeString(
                folder.resolve("xml/2024.x.xml"),
                XML.replace("<title>Introduction</title><author><first>Volkan</first><last>Ustun</last></author>", """
                                <title>An Introduction</title><author><first>Somebody</first><last>Else</last></author>
                                <author><first>Arash</first><last>Ahmadian</last></author>""")
                        .replace("<author id=\"new-person\"><first>New</first><last>Person</last></author>", ""));
        IngestRun run = load();
        assertThat(run.counts()).contains("created 0", "joined 0", "unchanged 1", "updated 2");
        assertThat(store.strings("MATCH (p:Paper {id: 'paper:acl:2024.x-long.2'}) RETURN p.title AS n"))
                .containsExactly("An Introduction");
        assertThat(store.strings("""
                        MATCH (:Paper {id: 'paper:acl:2024.x-long.2'})-[:AUTHORED_BY]->(a:Author)
                        RETURN a.name AS n ORDER BY n""")).containsExactly("Arash Ahmadian", "Somebody Else");
        // The paper of both sources keeps whom the other one names and loses whom only this one named.
        assertThat(store.strings("""
                        MATCH (:Paper {titleKey: 'aya model an instruction finetuned open access multilingual language model'})
                          -[:AUTHORED_BY]->(a:Author) RETURN a.name AS n ORDER BY n""")).containsExactly("Ahmet Üstün", "Viraat Aryabumi", "Zheng-Xin Yong");
        assertThat(store.count("MATCH (:Author {id: 'author:acl:new-person'})-[r:CO_AUTHOR]-() RETURN count(r) AS n"))
                .isZero();
        assertThat(store.count("MATCH (:Author {name: 'Somebody Else'})-[r:CO_AUTHOR]-() RETURN count(r) AS n"))
                .isEqualTo(1);
        assertThat(versions.current()).isGreaterThan(before);
        assertThat(store.count("MATCH (c:GraphChange) WHERE c.version > " + before
                        + " AND 'paper:acl:2024.x-long.2' IN c.papers RETURN count(c) AS n"))
                .isEqualTo(1);
        assertThat(store.count("MATCH (c:GraphChange) WHERE c.version > " + before
                        + " AND 'paper:acl:2024.x-long.3' IN c.papers RETURN count(c) AS n"))
                .isZero();
    }

    @Test
    @Order(8)
    void theChangeLogHasNoGaps() {
        assertThat(store.count("MATCH (c:GraphChange) RETURN count(c) AS n")).isEqualTo((int) versions.current());
        assertThat(store.count("MATCH (c:GraphChange) RETURN max(c.version) AS n"))
                .isEqualTo((int) versions.current());
    }

    @Test
    @Order(9)
    void aDryRunReportsWhatItWouldDoAndWritesNothing(@TempDir Path library) throws IOException, InterruptedException {
        List<Map<String, Object>> before = everything();
        long version = versions.current();
        Path file = Files.writeString(
                library.resolve("one.bib"),
                "@article{one, title = {Nothing yet}, author = {Nobody Known}, year = 2020}");
        IngestRun run = ingest.load(BibTex.open(List.of(file)), true, Progress.NONE);
        assertThat(run.counts()).contains("created 1");
        assertThat(everything()).isEqualTo(before);
        assertThat(versions.current()).isEqualTo(version);
    }

    @Test
    @Order(10)
    void recordsThatASourceWithdrawsAreRetired(@TempDir Path openAlex) throws IOException, InterruptedException {
        Files.writeString(openAlex.resolve("works.jsonl"), """
                {"id":"https://openalex.org/W1","title":"A survivor","publication_year":2020,"referenced_works":["https://openalex.org/W2","https://openalex.org/W9"],"authorships":[{"author":{"id":"https://openalex.org/A1","display_name":"Ann One"},"institutions":[{"id":"https://openalex.org/I1","display_name":"Place One"}]}]}
                {"id":"https://openalex.org/W2","title":"Merged away","publication_year":2021,"authorships":[{"author":{"id":"https://openalex.org/A2","display_name":"Ann Two"},"institutions":[{"id":"https://openalex.org/I2","display_name":"Place Two"}]}]}
                {"id":"https://openalex.org/W3","title":"By the one who was two","publication_year":2022,"authorships":[{"author":{"id":"https://openalex.org/A2","display_name":"Ann Two"},"institutions":[{"id":"https://openalex.org/I2","display_name":"Place Two"}]},{"author":{"id":"https://openalex.org/A3","display_name":"Bo Three"},"institutions":[]}]}
                """);
        OpenAlex source = OpenAlex.open(List.of(openAlex));
        IngestRun first = ingest.load(source, false, Progress.NONE);
        assertThat(first.counts()).contains("created 3", "citations 1", "referencesOutside 1");
        assertThat(
                        store.count(
                                "MATCH (:Paper {id: 'paper:openalex:W1'})-[r:CITES]->(:Paper {id: 'paper:openalex:W2'}) RETURN count(r) AS n"))
                .isEqualTo(1);
        assertThat(
                        store.strings(
                                "MATCH (:Author {name: 'Ann Two'})-[r:AFFILIATED_WITH]->(o) RETURN o.name + ' ' + r.papers AS n"))
                .containsExactly("Place Two 2");

        Files.writeString(openAlex.resolve("merged_w.csv"), "merge_date,id,merge_into_id\n2024-01-01,W2,W1\n");
        Files.writeString(openAlex.resolve("merged_a.csv"), "merge_date,id,merge_into_id\n2024-01-01,A2,A1\n");
        Files.writeString(openAlex.resolve("merged_i.csv"), "merge_date,id,merge_into_id\n2024-01-01,I2,I1\n");
        IngestRun second = ingest.load(OpenAlex.open(List.of(openAlex)), false, Progress.NONE);
        assertThat(second.state()).isEqualTo(IngestRun.State.DONE);
        assertThat(second.counts()).contains("unchanged 3", "retired 3");
        assertThat(store.count("MATCH (p:Paper {id: 'paper:openalex:W2'}) RETURN count(p) AS n"))
                .isZero();
        assertThat(store.strings(
                        "MATCH (:Retired {id: 'paper:openalex:W2'})-[:REPLACED_BY]->(p:Paper) RETURN p.title AS n"))
                .containsExactly("A survivor");
        assertThat(store.strings("""
                        MATCH (:Paper {id: 'paper:openalex:W3'})-[:AUTHORED_BY]->(a:Author) RETURN a.name AS n ORDER BY n""")).containsExactly("Ann One", "Bo Three");
        // Whoever was merged, the source calls the author of this id so.
        assertThat(store.strings("MATCH (a:Author {id: 'author:openalex:A1'}) RETURN a.name AS n"))
                .containsExactly("Ann One");
        assertThat(
                        store.strings(
                                "MATCH (a:Author {id: 'author:openalex:A1'})-[r:CO_AUTHOR]-(b) RETURN b.name + ' ' + r.papers AS n"))
                .containsExactly("Bo Three 1");
        assertThat(
                        store.strings(
                                "MATCH (:Author {id: 'author:openalex:A1'})-[r:AFFILIATED_WITH]->(o) RETURN o.name + ' ' + r.papers AS n"))
                .containsExactly("Place One 2");
        // The third time there is nothing left to do.
        List<Map<String, Object>> before = everything();
        ingest.load(OpenAlex.open(List.of(openAlex)), false, Progress.NONE);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @Order(11)
    void aLoadThatAnotherProcessBeginsFailsAndLeavesItToThatProcess(@TempDir Path library)
            throws IOException, InterruptedException {
        Path file = Files.writeString(
                library.resolve("two.bib"),
                "@article{one, title = {For one of two}, author = {Only Once}, year = 2020}");
        RecordSource source = BibTex.open(List.of(file));
        List<IngestRun> others = new ArrayList<>();
        Progress takenOver = new Progress() {
            @Override
            public void start(String what, long total) {
                if (what.equals("Loading")) {
                    others.add(ingest.enlist(source.description(), false, Set.of()));
                }
            }

            @Override
            public void at(long done, int records) {}

            @Override
            public void end() {}
        };
        assertThatThrownBy(() -> ingest.load(source, false, takenOver))
                .hasMessage("Another process has begun to load two.bib and goes on with it.");
        IngestRun other = ingest.load(source, others.getFirst(), Progress.NONE);
        assertThat(other.state()).isEqualTo(IngestRun.State.DONE);
        assertThat(store.count("MATCH (p:Paper {title: 'For one of two'}) RETURN count(p) AS n"))
                .isEqualTo(1);
        assertThat(store.count("MATCH (a:Author {name: 'Only Once'}) RETURN count(a) AS n"))
                .isEqualTo(1);
    }

    @Test
    @Order(12)
    void aLoadWaitsForTheLoadOfAnotherProcess(@TempDir Path library) throws IOException {
        Path file = Files.writeString(
                library.resolve("turn.bib"),
                "@article{one, title = {After the other}, author = {Paz Iente}, year = 2020}");
        RecordSource source = BibTex.open(List.of(file));
        IngestRun waiting = ingest.enlist(source.description(), false, Set.of());
        CompletableFuture<IngestRun> load;
        try (Session other = driver.session();
                Transaction turn = other.beginTransaction()) {
            turn.run("MERGE (t:LoadTurn {id: 'graph'})").consume();
            load = CompletableFuture.supplyAsync(() -> {
                try {
                    return ingest.load(source, waiting, Progress.NONE);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> load.get(3, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(store.strings("MATCH (r:IngestRun {name: 'turn.bib'}) RETURN r.state + ': ' + r.stage AS n"))
                    .containsExactly("RUNNING: Waiting for another load to end");
        }
        assertThat(load)
                .succeedsWithin(Duration.ofMinutes(2))
                .satisfies(run -> assertThat(run.state()).isEqualTo(IngestRun.State.DONE));
    }

    @Test
    @Order(13)
    void aLoadInterruptedWhileItWaitsIsRecordedAsInterrupted(@TempDir Path library)
            throws IOException, InterruptedException {
        Path file = Files.writeString(
                library.resolve("cut.bib"),
                "@article{one, title = {Not waited for}, author = {Impa Tient}, year = 2020}");
        RecordSource source = BibTex.open(List.of(file));
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (Session other = driver.session();
                Transaction turn = other.beginTransaction()) {
            turn.run("MERGE (t:LoadTurn {id: 'graph'})").consume();
            Future<IngestRun> load = worker.submit(() -> ingest.load(source, false, Progress.NONE));
            assertThatThrownBy(() -> load.get(3, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            worker.shutdownNow();
            assertThat(worker.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
            assertThatThrownBy(load::get).hasCauseInstanceOf(InterruptedException.class);
            assertThat(store.strings("MATCH (r:IngestRun {name: 'cut.bib'}) RETURN r.state AS n"))
                    .containsExactly("INTERRUPTED");
        }
        IngestRun again = ingest.load(source, false, Progress.NONE);
        assertThat(again.state()).isEqualTo(IngestRun.State.DONE);
        assertThat(again.attempts()).isEqualTo(2);
    }

    /** All edges between papers, people, topics and sources, with what they say. */
    private List<Map<String, Object>> everything() {
        return driver.executableQuery("""
                        MATCH (one:Paper|Author|Topic|Organisation)-[r]->(other)
                        RETURN one.id AS one, type(r) AS type, properties(r) AS says, other.id AS other
                        ORDER BY one, type, other, says.recordId, says.method""").execute().records().stream()
                .map(row -> row.asMap())
                .toList();
    }
}
