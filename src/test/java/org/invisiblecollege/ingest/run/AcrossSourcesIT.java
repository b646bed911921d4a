package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.InvisibleCollege;
import org.invisiblecollege.TestNeo4j;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.curation.Curation;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.resolve.Neo4jKnownGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Small libraries that share people and no paper. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcrossSourcesIT {

    /** Works by people with ids: two of one name, of whom one wrote with somebody known. */
    private static final String WORKS = String.join(
            "\n",
            work("W1", "Omegas", "A11 Quentin Harrowgate", "A12 Mira Oldacre"),
            work("W2", "Psis", "A13 Quentin Harrowgate", "A14 Nobody Known"),
            work("W3", "Chis", "A15 Leo Falkner"));

    private static String work(String id, String title, String... authors) {
        String authorships = Stream.of(authors)
                .map(author -> """
                        {"author": {"id": "https://openalex.org/%s", "display_name": "%s"}}""".formatted((Object[]) author.split(" ", 2)))
                .collect(Collectors.joining(","));
        return """
                {"id": "https://openalex.org/%s", "title": "%s", "publication_year": 2021, "authorships": [%s]}""".formatted(id, title, authorships);
    }

    /** Nine people called Y. Li, with one co-author, who has ten papers. */
    private static final String ONE = """
            id,title,authors,year
            1,Alphas,Quentin Harrowgate;Mira Oldacre,2019
            2,Betas,Quentin Harrowgate;Tomas Wendel,2020
            3,Gammas,Bela Kornfeld [orcid:0000-0002-1825-0097];Ina Strand,2020
            4,Deltas,Ada Quillfeather [orcid:0000-0001-5109-3700];Tomas Wendel,2020
            5,Epsilons,Leo Falkner;Rosa Teal,2020
            11,Li 1,Yunfei Li;Gao Ning,2020
            12,Li 2,Yan Li;Gao Ning,2020
            13,Li 3,Yue Li;Gao Ning,2020
            14,Li 4,Ying Li;Gao Ning,2020
            15,Li 5,Yuhan Li;Gao Ning,2020
            16,Li 6,Yifei Li;Gao Ning,2020
            17,Li 7,Yongqi Li;Gao Ning,2020
            18,Li 8,Yizhou Li;Gao Ning,2020
            19,Li 9,Yaqin Li;Gao Ning,2020
            20,Quarles,Zeno Quarles;Gao Ning,2020
            """;

    private static final String TWO = """
            id,title,authors,year
            1,Zetas,Q. Harrowgate;Mira Oldacre,2021
            2,Etas,Bela Kornfeld [orcid:0000-0002-1694-233X];Ina Strand,2021
            3,Thetas,Ada Brontide [orcid:0000-0001-5109-3700],2021
            4,Iotas,Leo Falkner;Uta Brand,2021
            5,Kappas,Y. Li;Gao Ning,2021
            6,Lambdas,Z. Quarles;Gao Ning,2021
            7,Mus,Tomas Wendel,2021
            """;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private ConfigurableApplicationContext application;

    @SuppressWarnings("NullAway.Init")
    private Ingest ingest;

    @SuppressWarnings("NullAway.Init")
    private Driver driver;

    @SuppressWarnings("NullAway.Init")
    private Curation curation;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    void start() {
        application = new SpringApplicationBuilder(InvisibleCollege.class)
                .web(WebApplicationType.NONE)
                .properties("college.seeds=off")
                .run("--college.embedded.directory=" + TestNeo4j.emptyStore());
        ingest = application.getBean(Ingest.class);
        driver = application.getBean(Driver.class);
        curation = application.getBean(Curation.class);
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @BeforeEach
    void loadOne() throws IOException, InterruptedException {
        load("one.csv", ONE);
    }

    @AfterEach
    void erase() {
        run("MATCH (n:Paper|Author|Suppressed|Retired|IdentityDecision|Source|IngestRun) DETACH DELETE n");
    }

    private RecordSource source(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Formats.open(
                        name.endsWith(".jsonl") ? "openalex" : null,
                        List.of(file.toString()),
                        Formats.Options.defaults())
                .getFirst();
    }

    private void load(String name, String table) throws IOException, InterruptedException {
        ingest.load(source(name, table), false, Progress.NONE);
    }

    @Test
    void aRareNameWithASharedCoAuthorIsOnePerson() throws IOException, InterruptedException {
        load("two.csv", TWO);
        assertThat(papersOf("Quentin Harrowgate")).containsExactly("Alphas", "Betas", "Zetas");
        assertThat(papersOf("Zeno Quarles")).containsExactly("Lambdas", "Quarles");
        // 1 key and 1 paper have Mira Oldacre; a name with initials takes twice 0.15 ln 2.
        assertThat(rows("""
                        MATCH (a:Author {name: 'Quentin Harrowgate'})<-[:DECIDES {position: 0}]-(d:IdentityDecision)
                        RETURN [d.kind, d.names[0], d.evidence[0], toString(round(d.score, 3)), d.method] AS n"""))
                .containsExactly(List.of(
                        "MERGE",
                        "Q. Harrowgate",
                        "shared co-author: mira oldacre",
                        "4.377",
                        "name-fit-and-shared-evidence/3"));
        assertThat(rows("MATCH (a:Author {name: 'Quentin Harrowgate'}) RETURN a.variants AS n"))
                .containsExactly(List.of("Q. Harrowgate", "Quentin Harrowgate"));
    }

    @Test
    void anIdentifiedAuthorIsEvidenceForTheirCoAuthors() throws IOException, InterruptedException {
        load("two.csv", TWO);
        // Only Q. Harrowgate wrote with her here, and no author there has that name.
        assertThat(papersOf("Mira Oldacre")).containsExactly("Alphas", "Zetas");
    }

    @Test
    void aNameAloneIdentifiesNoPerson() throws IOException, InterruptedException {
        load("two.csv", TWO);
        assertThat(papersOfEach("Tomas Wendel")).containsExactly(List.of("Betas", "Deltas"), List.of("Mus"));
    }

    @Test
    void aCommonNameNeedsMoreEvidenceAndIsACandidate() throws IOException, InterruptedException {
        load("two.csv", TWO);
        assertThat(papersOf("Y. Li")).containsExactly("Kappas");
        // 10 papers have Gao Ning and 9 given names go with Y. Li: 1/ln 12 over twice 0.15 ln 10.
        assertThat(rows("""
                        MATCH (:Author {name: 'Y. Li'})<-[:DECIDES]-(d:IdentityDecision {kind: 'REFUSAL'})
                          -[:DECIDES]->(:Author {name: 'Yunfei Li'})
                        RETURN [d.evidence[0], toString(round(d.score, 3))] AS n""")).containsExactly(List.of("shared co-author: gao ning", "0.583"));
    }

    @Test
    void aFamilyNameMayBeOneWordOrTwo() throws IOException, InterruptedException {
        load("three.csv", "id,title,authors,year\n1,Upsilons,Nora Al-Shenaifi;Ines Quill,2020\n");
        load("four.csv", "id,title,authors,year\n1,Sigmas,Nora AlShenaifi;Ines Quill,2021\n");
        assertThat(papersOf("Nora Al-Shenaifi")).containsExactly("Sigmas", "Upsilons");
    }

    /** Three wrote three papers together, in ideographs with the family name stated or not. */
    @Test
    void ideographsOfThreeFormatsAreOnePersonEach() throws IOException, InterruptedException {
        load("a.bib", "@article{z, author={周, 明远 and 孙, 文华 and 何, 清}, title={芦苇的生长}, year=2013}");
        load("b.json", """
                [{"id": "z", "type": "article-journal", "title": "芦苇的收割", "author": [{"family": "周", "given": "明远"},
                  {"family": "孙", "given": "文华"}, {"family": "何", "given": "清"}], "issued": {"date-parts": [[2014]]}}]""");
        load("c.csv", "title,authors,year\n芦苇的运输,周明远; 孙文华; 何清,2015\n芦苇的储存,周 明远; 孙 文华; 何 清,2016\n");
        for (String name : List.of("周明远", "孙文华", "何清")) {
            assertThat(papersOf(name)).as(name).containsExactly("芦苇的储存", "芦苇的收割", "芦苇的生长", "芦苇的运输");
        }
    }

    @Test
    void orcidsIdentifyPeople() throws IOException, InterruptedException {
        load("two.csv", TWO);
        assertThat(papersOfEach("Bela Kornfeld")).containsExactly(List.of("Etas"), List.of("Gammas"));
        assertThat(papersOf("Ada Quillfeather")).containsExactly("Deltas", "Thetas");
    }

    @Test
    void loadingAgainChangesNothing() throws IOException, InterruptedException {
        load("two.csv", TWO);
        List<Object> before = everything();
        load("two.csv", TWO);
        assertThat(everything()).isEqualTo(before);
        load("one.csv", ONE);
        assertThat(texts("MATCH (d:IdentityDecision {kind: 'MERGE'}) RETURN d.id AS n"))
                .hasSize(6);
        assertThat(texts("MATCH (a:Author) RETURN a.id AS n")).hasSize(19 + 5);
    }

    @Test
    void anInterruptedLoadEndsLikeAnUninterruptedOne() throws IOException, InterruptedException {
        load("two.csv", TWO);
        List<Object> whole = everything();
        erase();
        loadOne();
        List<IngestRecord> records = List.copyOf(KeptRecords.of(source("two.csv", TWO)).papers);
        SourceLoad cutOff = begin(records, false);
        cutOff.write(records.subList(3, 6));
        SourceLoad rest = begin(records, true);
        rest.write(records);
        rest.finish(Progress.NONE);
        assertThat(everything()).isEqualTo(whole);
    }

    private SourceLoad begin(List<IngestRecord> records, boolean wasCutOff) throws IOException {
        SourceLoad load = new SourceLoad(
                application.getBean(Graph.class),
                application.getBean(VersionedGraph.class),
                Clock.systemUTC(),
                source("two.csv", TWO).description(),
                false,
                RecordSource.Schemes.NONE,
                100,
                NameTreatment.RELUCTANT,
                wasCutOff,
                false);
        load.learn(records);
        load.begin(Progress.NONE);
        return load;
    }

    @Test
    void aMergeIsUndoneAndLoadingDoesNotBringItBack() throws IOException, InterruptedException {
        load("two.csv", TWO);
        String decision = texts("""
                MATCH (:Author {name: 'Quentin Harrowgate'})<-[:DECIDES]-(d:IdentityDecision {kind: 'MERGE'})
                RETURN d.id AS n""").getFirst();
        curation.undo(decision);
        assertThat(papersOf("Quentin Harrowgate")).containsExactly("Alphas", "Betas");
        assertThat(papersOf("Q. Harrowgate")).containsExactly("Zetas");
        load("two.csv", TWO + "8,Nus,Q. Harrowgate;Mira Oldacre,2022\n");
        assertThat(papersOf("Quentin Harrowgate")).containsExactly("Alphas", "Betas");
        assertThat(papersOf("Q. Harrowgate")).containsExactly("Nus", "Zetas");
    }

    @Test
    void authorsWithAnIdAreMatchedToo() throws IOException, InterruptedException {
        load("works.jsonl", WORKS);
        assertThat(papersOfEach("Quentin Harrowgate"))
                .containsExactly(List.of("Alphas", "Betas", "Omegas"), List.of("Psis"));
        assertThat(papersOf("Mira Oldacre")).containsExactly("Alphas", "Omegas");
        assertThat(papersOfEach("Leo Falkner")).containsExactly(List.of("Chis"), List.of("Epsilons"));
        assertThat(texts("""
                        MATCH (:Retired {id: 'author:openalex:A11'})-[:REPLACED_BY]->(a:Author {name: 'Quentin Harrowgate'})
                        MATCH (a)<-[:AUTHORED_BY]-(p)
                        RETURN p.title AS n ORDER BY n""")).containsExactly("Alphas", "Betas", "Omegas");
        List<Object> before = everything();
        load("works.jsonl", WORKS);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void peopleElsewhereAreThoseThatAnotherSourceNames() throws IOException, InterruptedException {
        load("works.jsonl", WORKS);
        List<String> names = new ArrayList<>();
        new Neo4jKnownGraph(
                        application.getBean(Graph.class),
                        source("one.csv", ONE).description().id())
                .forEachPerson(person -> names.addAll(person.nameKeys()));
        // But for those who were found to be people of the first.
        assertThat(names).containsExactlyInAnyOrder("quentin harrowgate", "nobody known", "leo falkner");
    }

    @Test
    void peopleThatWereSplitStaySplitAfterLaterLoads() throws IOException, InterruptedException {
        load("two.csv", TWO);
        List<String> both = texts("MATCH (a:Author {name: 'Leo Falkner'}) RETURN a.id AS n ORDER BY n");
        assertThat(both).hasSize(2);
        curation.markDifferent(both, null);
        load("two.csv", TWO + "8,Nus,Leo Falkner;Rosa Teal,2022\n");
        assertThat(papersOfEach("Leo Falkner")).containsExactly(List.of("Epsilons"), List.of("Iotas", "Nus"));
    }

    @Test
    void aSuppressedPersonStaysSuppressedAfterLoadingAnotherSource() throws IOException, InterruptedException {
        curation.suppress(
                texts("MATCH (a:Author {name: 'Zeno Quarles'}) RETURN a.id AS n")
                        .getFirst(),
                null);
        load("two.csv", TWO);
        assertThat(texts("MATCH (a:Author) WHERE a.nameKey ENDS WITH 'quarles' RETURN a.name AS n"))
                .isEmpty();
        assertThat(texts("MATCH (:Suppressed)<-[:AUTHORED_BY]-(p) RETURN p.title AS n ORDER BY n"))
                .containsExactly("Lambdas", "Quarles");
    }

    // ---- what the graph holds

    private List<String> papersOf(String name) {
        List<List<Object>> papers = papersOfEach(name);
        assertThat(papers).hasSize(1);
        return papers.getFirst().stream().map(String::valueOf).toList();
    }

    /** Papers of each author who is written so on one of them. */
    private List<List<Object>> papersOfEach(String name) {
        return rows("MATCH (a:Author) WHERE '" + name + "' IN a.variants"
                + " RETURN COLLECT { MATCH (a)<-[:AUTHORED_BY]-(p) RETURN p.title ORDER BY p.title } AS n ORDER BY n");
    }

    private List<String> texts(String statement) {
        return driver.executableQuery(statement).execute().records().stream()
                .map(row -> row.get("n").asString())
                .toList();
    }

    private List<List<Object>> rows(String statement) {
        return driver.executableQuery(statement).execute().records().stream()
                .map(row -> row.get("n").asList())
                .toList();
    }

    private void run(String statement) {
        driver.executableQuery(statement).execute();
    }

    /** All people, papers and decisions with all edges, without times. */
    private List<Object> everything() {
        return driver.executableQuery("""
                        MATCH (one:Paper|Author|Retired|IdentityDecision)
                        OPTIONAL MATCH (one)-[r]->(other)
                        WITH labels(one) AS labels, one {.*, at: null, retiredAt: null, score: round(one.score, 6)} AS node,
                             type(r) AS type, r {.*, at: null} AS says, other.id AS other
                        RETURN [labels, node, type, says, other] AS n
                        ORDER BY node.id, type, other, says.recordId""").execute().records().stream()
                .map(row -> row.get("n").asObject())
                .toList();
    }
}
