package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.source.acl.AclAnthology;
import org.invisiblecollege.ingest.source.bibtex.BibTex;
import org.invisiblecollege.ingest.write.VenueUpgrade;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A volume of two conferences, one of one of them, and a bibliography that names the same conference in other letters. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VenuesIT {

    private static final String COLING = "International Conference on Computational Linguistics";
    private static final String LREC = "International Conference on Language Resources and Evaluation";

    private final JsonMapper json = new JsonMapper();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private OwnStore store;

    private Path folder = Path.of("");

    @BeforeAll
    void load(@TempDir Path checkout) throws IOException, InterruptedException {
        folder = checkout;
        Path xml = Files.createDirectories(folder.resolve("xml"));
        Path venues = Files.createDirectories(folder.resolve("yaml/venues"));
        Files.writeString(xml.resolve("2024.lrec.xml"), """
                <collection id="2024.lrec"><volume id="main">
                  <meta><year>2024</year><venue>lrec</venue><venue>coling</venue></meta>
                  <paper id="1"><title>Joint one</title><author><first>Ada</first><last>Lund</last></author></paper>
                  <paper id="2"><title>Joint two</title><author><first>Per</first><last>Holm</last></author></paper>
                </volume></collection>""");
        Files.writeString(xml.resolve("2022.coling.xml"), """
                <collection id="2022.coling"><volume id="1"><meta><year>2022</year><venue>coling</venue></meta>
                  <paper id="1"><title>Alone</title><author><first>Ada</first><last>Lund</last></author></paper>
                </volume></collection>""");
        Files.writeString(venues.resolve("lrec.yaml"), "acronym: LREC\nname: " + LREC + "\n");
        Files.writeString(venues.resolve("coling.yaml"), "acronym: COLING\nname: " + COLING + "\n");
        store = new OwnStore();
        load(AclAnthology.open(folder));
    }

    @AfterAll
    void stop() {
        store.close();
    }

    private void load(RecordSource source) throws IOException, InterruptedException {
        store.bean(Ingest.class).load(source, false, Progress.NONE);
        store.bean(IndexInTests.class).await();
    }

    private void bibliography(String booktitle) throws IOException, InterruptedException {
        Path file = folder.resolve("library.bib");
        Files.writeString(
                file,
                "@inproceedings{reeds, title = {Reeds}, author = {Holm, Per}, year = 2020, booktitle = {" + booktitle
                        + "}}\n");
        load(BibTex.open(List.of(file)));
    }

    private JsonNode ask(String document) {
        return new Client(store.port(), null).send(document);
    }

    private String id(String name) {
        return store.strings("MATCH (v:Venue {name: '" + name + "'}) RETURN v.id AS n")
                .getFirst();
    }

    private int selected(String venues) {
        return ask("{ papers(filter: {venues: %s}) { totalCount } }".formatted(venues))
                .at("/data/papers/totalCount")
                .asInt();
    }

    @Test
    @Order(1)
    void areFoundByAcronymAndByWordsOfTheName() {
        assertThat(ask("""
                        { search(text: "coling") { totalCount nodes { matched node { ... on Venue { name acronyms paperCount
                            papers(first: 2) { totalCount nodes { title } } } } } } }""").at("/data/search")).isEqualTo(json.readTree("""
                        {"totalCount": 1, "nodes": [{"matched": "COLING", "node": {"name": "%s", "acronyms": ["COLING"],
                          "paperCount": 3, "papers": {"totalCount": 3, "nodes": [{"title": "Joint one"}, {"title": "Joint two"}]}}}]}""".formatted(COLING)));
        assertThat(ask("{ search(text: \"language resources\", kinds: [VENUE]) { nodes { matched } } }")
                        .at("/data/search/nodes/0/matched")
                        .asString())
                .isEqualTo(LREC);
        assertThat(ask("{ node(id: \"%s\") { __typename ... on Venue { label } } venue(id: \"venue:none\") { id } }"
                                .formatted(id(LREC)))
                        .at("/data"))
                .isEqualTo(json.readTree(
                        "{\"node\": {\"__typename\": \"Venue\", \"label\": \"%s\"}, \"venue\": null}".formatted(LREC)));
        assertThat(ask("{ graphSummary { venues } }")
                        .at("/data/graphSummary/venues")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(2)
    void everyVenueOfAVolumeSelectsItsPapers() {
        assertThat(selected("[\"COLING\"]")).isEqualTo(3);
        assertThat(selected("[\"lrec\"]")).isEqualTo(2);
        assertThat(selected("[\"international CONFERENCE on language resources, and evaluation\"]"))
                .isEqualTo(2);
        assertThat(selected("[\"" + id(COLING) + "\"]")).isEqualTo(3);
        assertThat(selected("[\"lrec\", \"coling\"]")).isEqualTo(3);
        assertThat(selected("[]")).isEqualTo(0);
        assertThat(ask("{ paper(id: \"acl:2024.lrec-main.1\") { venue venues publishedIn { name } } }")
                        .at("/data/paper"))
                .isEqualTo(json.readTree("""
                        {"venue": "%2$s", "venues": ["%2$s", "%1$s"], "publishedIn": [{"name": "%1$s"}, {"name": "%2$s"}]}""".formatted(COLING, LREC)));
    }

    @Test
    @Order(3)
    void anUnknownVenueIsSaid() {
        JsonNode answer = ask("""
                { one: papers(filter: {venues: ["LREC", "Lerc", "Coling"]}) { totalCount }
                  all: papers { totalCount }
                  net: collaborationNetwork(input: {within: {venues: ["nowhere"]}}) { totals { papersConsidered } } }""");
        assertThat(answer.at("/data/one/totalCount").asInt()).isEqualTo(3);
        assertThat(answer.at("/data/net/totals/papersConsidered").asInt()).isEqualTo(0);
        assertThat(answer.at("/extensions/warnings")).isEqualTo(json.readTree("""
                [{"code": "UNKNOWN_VENUE", "path": ["one"], "venues": ["Lerc"],
                  "message": "No venue is called Lerc; search with kinds: [VENUE] finds ids, names and acronyms."},
                 {"code": "UNKNOWN_VENUE", "path": ["net"], "venues": ["nowhere"],
                  "message": "No venue is called nowhere; search with kinds: [VENUE] finds ids, names and acronyms."}]"""));
        assertThat(ask("{ papers(filter: {venues: [\"LREC\"]}) { totalCount } }")
                        .at("/extensions")
                        .has("warnings"))
                .isFalse();
    }

    @Test
    @Order(4)
    void sourcesShareAVenueAndOneWithoutPapersGoes() throws IOException, InterruptedException {
        bibliography("International conference on computational linguistics");
        assertThat(selected("[\"COLING\"]")).isEqualTo(4);
        assertThat(store.count("MATCH (v:Venue) RETURN count(v) AS n")).isEqualTo(2);
        bibliography("Workshop on Reeds");
        assertThat(selected("[\"COLING\"]")).isEqualTo(3);
        assertThat(selected("[\"workshop on reeds\"]")).isEqualTo(1);
        bibliography(COLING);
        assertThat(store.strings("MATCH (v:Venue) RETURN v.name AS n ORDER BY n"))
                .containsExactly(COLING, LREC);
        assertThat(ask("{ search(text: \"reeds\", kinds: [VENUE]) { totalCount } }")
                        .at("/data/search/totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(5)
    void aGraphOfBeforeGetsItsVenuesOnce() throws IOException, InterruptedException {
        String edges = "MATCH (p:Paper)-[:PUBLISHED_IN]->(v:Venue) RETURN p.title + ' in ' + v.name AS n ORDER BY n";
        List<String> before = store.strings(edges);
        assertThat(before).hasSize(6);
        store.bean(Driver.class)
                .executableQuery("MATCH (v:Venue) DETACH DELETE v WITH count(v) AS gone"
                        + " MATCH (g:GraphVersion) SET g.venuesArePending = true")
                .execute();
        VenueUpgrade upgrade = new VenueUpgrade(store.bean(Graph.class), store.bean(VersionedGraph.class));
        upgrade.run();
        upgrade.run();
        assertThat(store.strings(edges)).isEqualTo(before);
        store.bean(IndexInTests.class).await();
        assertThat(selected("[\"" + COLING + "\"]")).isEqualTo(4);
        assertThat(selected("[\"COLING\"]")).isZero();
        load(AclAnthology.open(folder));
        assertThat(selected("[\"COLING\"]")).isEqualTo(4);
    }
}
