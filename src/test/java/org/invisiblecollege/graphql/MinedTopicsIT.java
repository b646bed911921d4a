package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.LoadsInTests;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.ingest.run.IngestRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Terms are mined and offered; reviews survive loads and mining. */
@Neo4jTest
class MinedTopicsIT {

    private static final String TABLE = """
            id,title,abstract,authors,year
            1,Velvet turnips,"A velvet turnip grows. Copper gardening helps.",Ada Turnipseed,2020
            2,On the velvet turnip,Copper gardening is old.,Ada Turnipseed,2020
            3,Marble weeding,"Velvet turnip and copper gardening, and marble weeding.",Bo Turnipseed,2021
            4,Copper gardening,"A velvet turnip, marble weeding.",Bo Turnipseed,2021
            5,"Marble weeding, winter and copper-gardening",,Cy Turnipseed,2022
            """;

    private static final String VELVET = "topic:mined:velvet-turnip";
    private static final String COPPER = "topic:mined:copper-gardening";
    private static final String MARBLE = "topic:mined:marble-weeding";
    private static final String WEEDS = "topic:example.org/weeds:";

    private final JsonMapper json = new JsonMapper();

    @Autowired
    private Driver driver;

    @Autowired
    private LoadsInTests loads;

    @LocalServerPort
    private int port;

    @Autowired
    private IndexInTests index;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void load() throws IOException, InterruptedException {
        load(TABLE);
    }

    private void load(String table) throws IOException, InterruptedException {
        loads.load("csv", Files.writeString(folder.resolve("turnips.csv"), table));
    }

    @AfterEach
    void erase() {
        run("""
                MATCH (t:Topic|Suppressed|Retired)
                WHERE t.id STARTS WITH 'topic:mined:' OR t.id STARTS WITH 'topic:example.org/weeds:'
                DETACH DELETE t""");
        run("MATCH (s:Source {name: 'turnips.csv'})<-[:RECORDED_IN]-(n) DETACH DELETE n");
        run("""
                MATCH (s:Source)
                WHERE s.name IN ['turnips.csv', 'weeds.ttl'] OR s.id IN ['source:mined-terms', 'source:reviewed-terms']
                OPTIONAL MATCH (r:IngestRun {source: s.id})
                DETACH DELETE s, r""");
        index.readAnew();
    }

    @Test
    void recurringTermsAreOffered() throws InterruptedException {
        JsonNode run = mine(3);
        JsonNode offered = terms("OFFERED");
        assertThat(offered.path(COPPER)).isEqualTo(json.readTree("""
                {"id": "topic:mined:copper-gardening", "label": "Copper gardening", "cValue": 5.0, "papers": 5,
                 "reviewedAt": null, "topic": {"scheme": "mined"}}"""));
        assertThat(offered.path(VELVET).path("papers").asInt()).isEqualTo(4);
        assertThat(offered.path(MARBLE).path("papers").asInt()).isEqualTo(3);
        assertThat(offered.path("topic:mined:language-model").isMissingNode())
                .as("the bundled vocabulary has it")
                .isTrue();
        assertThat(run.path("state").asString()).isEqualTo("DONE");
        assertThat(run.path("records").asInt()).isEqualTo(offered.size());
        assertThat(edges(COPPER))
                .containsExactly(
                        "Copper gardening MINED title:0:16:Copper gardening",
                        "Marble weeding MINED abstract:18:34:copper gardening",
                        "Marble weeding, winter and copper-gardening MINED title:27:43:copper-gardening",
                        "On the velvet turnip MINED abstract:0:16:Copper gardening",
                        "Velvet turnips MINED abstract:23:39:Copper gardening");
        assertThat(neighbours(COPPER)).contains("velvet turnip 4", "marble weeding 3");
    }

    @Test
    void reviewsSurviveLoadsAndMining() throws IOException, InterruptedException {
        mine(3);
        JsonNode promoted =
                change("promoteTopic(topic: \"%s\", label: \"Copper horticulture\", altLabels: [\"tin gardening\"])"
                        .formatted(COPPER));
        assertThat(promoted.at("/minedTopic/state").asString()).isEqualTo("PROMOTED");
        assertThat(edges(COPPER)).hasSize(5).allMatch(edge -> edge.contains(" MATCHED "));
        ended(promoted.at("/run/id").asString());
        JsonNode suppressed = change("suppressTopic(topic: \"%s\")".formatted(MARBLE));
        assertThat(suppressed.at("/minedTopic/state").asString()).isEqualTo("SUPPRESSED");
        assertThat(suppressed.path("run").isNull()).isTrue();

        load(TABLE + "6,Velvet turnips and tin gardening,Marble weeding.,Di Turnipseed,2023\n");
        mine(3);

        assertThat(terms("OFFERED").propertyNames()).contains(VELVET).doesNotContain(COPPER, MARBLE);
        JsonNode curated = terms("PROMOTED");
        assertThat(curated.propertyNames()).containsExactly(COPPER);
        assertThat(curated.at("/" + COPPER + "/label").asString()).isEqualTo("Copper horticulture");
        assertThat(curated.at("/" + COPPER + "/topic/scheme").asString()).isEqualTo("curated");
        assertThat(terms("SUPPRESSED").propertyNames()).containsExactly(MARBLE);
        assertThat(edges(COPPER))
                .hasSize(6)
                .allMatch(edge -> edge.contains(" MATCHED "))
                .contains("Velvet turnips and tin gardening MATCHED title:19:32:tin gardening");
        assertThat(edges(VELVET)).hasSize(5).allMatch(edge -> edge.contains(" MINED "));
        assertThat(
                        send("{ topic(id: \"%s\") { id } node(id: \"%s\") { id } topicsByLabel(label: \"marble weeding\") { totalCount } }"
                                        .formatted(MARBLE, MARBLE))
                                .path("data"))
                .isEqualTo(json.readTree("{\"topic\": null, \"node\": null, \"topicsByLabel\": {\"totalCount\": 0}}"));
        assertThat(neighbours(VELVET)).noneMatch(line -> line.startsWith("marble"));

        mine(6);
        assertThat(terms("OFFERED").propertyNames()).doesNotContain(VELVET);
        assertThat(edges(VELVET)).isEmpty();
        assertThat(edges(COPPER)).hasSize(6);
    }

    @Test
    void aReviewCanBeReverted() throws InterruptedException {
        mine(3);
        List<String> before = edges(MARBLE);
        change("suppressTopic(topic: \"%s\")".formatted(MARBLE));
        assertThat(edges(MARBLE)).isEmpty();
        ended(change("offerTopic(topic: \"%s\")".formatted(MARBLE))
                .at("/run/id")
                .asString());
        assertThat(edges(MARBLE)).hasSize(3).isEqualTo(before);
        assertThat(change("promoteTopic(topic: \"%s\")".formatted(MARBLE))
                        .path("run")
                        .isNull())
                .isTrue();
        change("offerTopic(topic: \"%s\")".formatted(MARBLE));
        assertThat(edges(MARBLE)).isEqualTo(before);
        assertThat(terms("OFFERED").propertyNames()).contains(MARBLE);
        assertThat(send("mutation { suppressTopic(topic: \"topic:mined:nothing\") { minedTopic { id } } }")
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void reviewsAreRefusedWhileTermsAreMined() throws InterruptedException {
        mine(3);
        List<String> before = edges(MARBLE);
        run("MATCH (r:IngestRun {source: 'source:mined-terms'}) SET r.state = 'RUNNING'");
        for (String review : List.of("promoteTopic", "suppressTopic", "offerTopic")) {
            JsonNode refused = send("mutation { %s(topic: \"%s\") { minedTopic { id } } }".formatted(review, MARBLE));
            assertThat(refused.at("/errors/0/extensions/code").asString())
                    .as(review)
                    .isEqualTo("CONFLICT");
            assertThat(refused.at("/errors/0/message").asString())
                    .isEqualTo("Terms are being mined; review them once the run has ended.");
        }
        assertThat(terms("OFFERED").propertyNames()).contains(MARBLE);
        assertThat(edges(MARBLE)).isEqualTo(before);
        run("MATCH (r:IngestRun {source: 'source:mined-terms'}) SET r.state = 'DONE'");
        change("suppressTopic(topic: \"%s\")".formatted(MARBLE));
        assertThat(edges(MARBLE)).isEmpty();
    }

    @Test
    void theLastOfSeveralMiningsDecides() throws InterruptedException {
        String first = mining(5);
        String second = mining(3);
        ended(first);
        ended(second);
        assertThat(terms("OFFERED").propertyNames()).contains(COPPER, VELVET, MARBLE);
    }

    /** Loads a vocabulary with "marble weeding", an offered term, and "copper gardening", a promoted one. */
    @Test
    void aVocabularyMayContainLabelsOfTermsButNotUseTheirSchemes() throws IOException, InterruptedException {
        mine(3);
        change("promoteTopic(topic: \"%s\")".formatted(COPPER));
        List<String> offered = edges(MARBLE);
        List<String> curated = edges(COPPER);

        Path file = Files.writeString(folder.resolve("weeds.ttl"), """
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix : <http://example.org/weeds/> .
                :marble a skos:Concept ; skos:inScheme <http://example.org/weeds> ; skos:prefLabel "marble weeding"@en .
                :copper a skos:Concept ; skos:inScheme <http://example.org/weeds> ; skos:prefLabel "copper gardening"@en .
                <http://mined/marble-weeding> a skos:Concept ; skos:inScheme <http://mined> ; skos:prefLabel "mine"@en .
                <http://curated/copper-gardening> a skos:Concept ; skos:inScheme <http://curated> ; skos:prefLabel "yours"@en .
                """);
        IngestRun run = loads.load("skos", file);
        assertThat(run.rejected()).containsExactly("scheme_is_bundled 2");
        assertThat(edges(MARBLE)).hasSize(3).isEqualTo(offered);
        assertThat(edges(COPPER)).hasSize(5).isEqualTo(curated);
        assertThat(edges(WEEDS + "marble")).hasSize(3).allMatch(edge -> edge.contains(" MATCHED "));
        assertThat(edges(WEEDS + "copper")).isEqualTo(curated);

        mine(3);
        assertThat(terms("OFFERED").propertyNames()).contains(VELVET).doesNotContain(MARBLE, COPPER);
        assertThat(edges(MARBLE)).isEmpty();
        assertThat(terms("PROMOTED").propertyNames()).containsExactly(COPPER);
        assertThat(edges(COPPER)).isEqualTo(curated);
        assertThat(edges(WEEDS + "marble")).hasSize(3);
    }

    private JsonNode mine(int minPapers) throws InterruptedException {
        return ended(mining(minPapers));
    }

    private String mining(int minPapers) {
        return send("mutation { mineTopics(minPapers: %d) { id } }".formatted(minPapers))
                .at("/data/mineTopics/id")
                .asString();
    }

    private JsonNode ended(String run) throws InterruptedException {
        JsonNode now = json.missingNode();
        for (int tries = 0; tries < 600 && now.path("endedAt").asString("").isEmpty(); tries++) {
            Thread.sleep(50);
            now = send("{ ingestRun(id: \"%s\") { state endedAt records failure counts { name count } } }"
                            .formatted(run))
                    .at("/data/ingestRun");
        }
        assertThat(now.path("state").asString("")).as("%s", now).isEqualTo("DONE");
        index.await();
        return now;
    }

    /** Returns terms by id. */
    private JsonNode terms(String state) {
        var terms = json.createObjectNode();
        send("""
                { minedTopics(state: %s, first: 500) { nodes { id label cValue papers reviewedAt topic { scheme } } } }
                """.formatted(state))
                .at("/data/minedTopics/nodes")
                .forEach(node -> terms.set(node.path("id").asString(), node));
        return terms;
    }

    private List<String> edges(String topic) {
        return driver.executableQuery("""
                        MATCH (p:Paper)-[r:CITES_TOPIC]->({id: $topic})
                        RETURN p.title + ' ' + r.method + ' ' + head(r.evidence) AS edge ORDER BY edge""").withParameters(Map.of("topic", topic)).execute().records().stream()
                .map(row -> row.get("edge").asString())
                .toList();
    }

    private List<String> neighbours(String topic) {
        List<String> found = new ArrayList<>();
        send("{ topicNeighbourhood(input: {topics: [\"%s\"], methods: [MINED]}) { nodes { topic { label } papers } } }"
                        .formatted(topic))
                .at("/data/topicNeighbourhood/nodes")
                .forEach(node -> found.add(node.at("/topic/label").asString() + " "
                        + node.path("papers").asInt()));
        return found;
    }

    private JsonNode change(String mutation) {
        JsonNode answer = send("mutation { %s { minedTopic { id state } run { id } } }".formatted(mutation));
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.path("data").path(mutation.substring(0, mutation.indexOf('(')));
    }

    private JsonNode send(String document) {
        return new Client(port).send(document);
    }

    private void run(String statement) {
        try (var session = driver.session()) {
            session.run(statement).consume();
        }
    }
}
