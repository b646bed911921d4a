package org.invisiblecollege.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.InvisibleCollege;
import org.invisiblecollege.TestNeo4j;
import org.invisiblecollege.ingest.acl.AclAnthology;
import org.invisiblecollege.ingest.seeds.SeedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

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
    private ConfigurableApplicationContext application;

    @SuppressWarnings("NullAway.Init")
    private Ingest ingest;

    @SuppressWarnings("NullAway.Init")
    private Driver driver;

    private Path folder = Path.of("");

    @BeforeAll
    void start(@TempDir Path checkout) throws IOException {
        folder = checkout;
        Files.writeString(Files.createDirectories(folder.resolve("xml")).resolve("2024.x.xml"), XML);
        application = new SpringApplicationBuilder(InvisibleCollege.class)
                .web(WebApplicationType.NONE)
                .properties("college.seeds=off")
                .run("--college.embedded.directory=" + TestNeo4j.freshDirectory());
        ingest = application.getBean(Ingest.class);
        driver = application.getBean(Driver.class);
        ingest.loadSeeds(SeedFiles.sources());
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private IngestRun load() throws IOException, InterruptedException {
        return ingest.load(AclAnthology.open(folder), false, Progress.NONE);
    }

    @Test
    @Order(1)
    void reportsWhatItTookAndWhatNot() throws IOException, InterruptedException {
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
    void joinsThePaperOfTwoSourcesAndItsPeople() {
        assertThat(count("MATCH (p:Paper) RETURN count(p) AS n")).isEqualTo(431 + 2);
        // New Person, Volkan Ustun, and an Arash Ahmadian who shares no paper with the one of the profile.
        assertThat(count("MATCH (a:Author) RETURN count(a) AS n")).isEqualTo(66 + 3);
        assertThat(count("MATCH (a:Author {nameKey: 'ahmet ustun'}) RETURN count(a) AS n"))
                .isEqualTo(1);
        assertThat(count("""
                        MATCH (p:Paper {titleKey: 'aya model an instruction finetuned open access multilingual language model'})
                          -[r:AUTHORED_BY]->(a:Author)
                        WHERE p.authorsComplete AND p.authorCount = 17 AND p.venue = 'acl'
                        RETURN count(a) AS n""")).isEqualTo(4);
        assertThat(count("""
                        MATCH (a:Author {name: 'Zheng-Xin Yong'})
                        WHERE a.variants = ['Zheng Yong', 'Zheng-Xin Yong'] RETURN count(a) AS n""")).isEqualTo(1);
    }

    @Test
    @Order(3)
    void keepsApartWhatSharesOnlyATitleOrAName() {
        assertThat(count("MATCH (p:Paper {titleKey: 'introduction'}) RETURN count(p) AS n"))
                .isEqualTo(2);
        assertThat(count("MATCH (a:Author {nameKey: 'arash ahmadian'}) RETURN count(a) AS n"))
                .isEqualTo(2);
        assertThat(count("MATCH (a:Author {id: 'author:acl:new-person'}) RETURN count(a) AS n"))
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    void findsTopicsInTheAbstracts() {
        assertThat(count("""
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

    private int count(String statement) {
        return driver.executableQuery(statement)
                .execute()
                .records()
                .getFirst()
                .get("n")
                .asInt();
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
