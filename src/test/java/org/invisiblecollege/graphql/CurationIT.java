package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.LoadsInTests;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A curator's decisions on authors take effect immediately, survive loads, and can be undone. */
@Neo4jTest
class CurationIT {

    private static final String TABLE = """
            id,title,authors,year
            1,Curation of alphas,Ada Quillfeather;Bob Stonewright,2020
            2,Curation of betas,Ada Quillfeather;Carl Reedmaker,2021
            3,Curation of gammas,A. Quillfeather;Dora Lundquist,2021
            """;

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

    private String ada = "";
    private String brief = "";

    @BeforeEach
    void load() throws IOException, InterruptedException {
        load(TABLE);
        ada = id("Ada Quillfeather");
        brief = id("A. Quillfeather");
    }

    private void load(String table) throws IOException, InterruptedException {
        loads.load("csv", Files.writeString(folder.resolve("curation.csv"), table));
    }

    @AfterEach
    void erase() {
        run("MATCH (d:IdentityDecision {method: 'curator'}) DETACH DELETE d");
        run("MATCH (a:Author) WHERE a.id STARTS WITH 'author:split:' DETACH DELETE a");
        run("MATCH (s:Source {name: 'curation.csv'})<-[:RECORDED_IN]-(n) DETACH DELETE n");
        run("MATCH (r:Retired) WHERE r.id STARTS WITH 'author:' DETACH DELETE r");
        run("MATCH (s:Source {name: 'curation.csv'}) OPTIONAL MATCH (r:IngestRun {source: s.id}) DETACH DELETE s, r");
        index.readAnew();
    }

    @Test
    void aMergeTakesEffectImmediatelySurvivesLoadsAndCanBeUndone() throws IOException, InterruptedException {
        assertThat(network(ada)).containsExactly("Ada Quillfeather", "Bob Stonewright", "Carl Reedmaker");

        JsonNode merged = change("mergeAuthors(authors: [\"%s\", \"%s\"], reason: \"same page\")".formatted(ada, brief))
                .at("/0");
        assertThat(merged.at("/author/name").asString()).isEqualTo("Ada Quillfeather");
        assertThat(network(ada))
                .containsExactly("Ada Quillfeather", "Bob Stonewright", "Carl Reedmaker", "Dora Lundquist");
        JsonNode former = send("{ node(id: \"%s\") { id ... on Author { formerIds nameVariants } } }".formatted(brief))
                .at("/data/node");
        assertThat(former).isEqualTo(json.readTree("""
                {"id": "%s", "formerIds": ["%s"], "nameVariants": ["A. Quillfeather", "Ada Quillfeather"]}""".formatted(ada, brief)));

        assertThat(network(brief)).isEqualTo(network(ada));

        load(TABLE + "4,Curation of deltas,A. Quillfeather;Eve Mossgrove,2022\n");
        // Each spelling is on two papers now, and this one on the latest.
        assertThat(network(ada))
                .containsExactly(
                        "A. Quillfeather", "Bob Stonewright", "Carl Reedmaker", "Dora Lundquist", "Eve Mossgrove");

        JsonNode undone = change(
                "undoDecision(id: \"%s\")".formatted(merged.at("/decision").asString()));
        assertThat(undone.at("/author/id").asString()).isEqualTo(brief);
        assertThat(network(ada)).containsExactly("Ada Quillfeather", "Bob Stonewright", "Carl Reedmaker");
        assertThat(network(brief)).containsExactly("A. Quillfeather", "Dora Lundquist", "Eve Mossgrove");
        assertThat(send("{ author(id: \"%s\") { formerIds nameVariants identity { decisions { kind reason } } } }"
                                .formatted(ada))
                        .at("/data/author"))
                .isEqualTo(json.readTree("""
                        {"formerIds": [], "nameVariants": ["Ada Quillfeather"],
                         "identity": {"decisions": [{"kind": "MERGE", "reason": "same page"}]}}"""));

        assertThat(code("undoDecision(id: \"%s\")"
                        .formatted(merged.at("/decision").asString())))
                .isEqualTo("CONFLICT");
    }

    /** The paper that lists both was not read again, so that the two had no tie in the index after the undo. */
    @Test
    void aMergeOfTwoWhoWroteTogetherCanBeUndone() throws IOException, InterruptedException {
        load(TABLE + "4,Curation of deltas,Ada Quillfeather;Bob Stonewright;Eve Mossgrove,2022\n");
        String bob = id("Bob Stonewright");
        List<String> ties = List.of(
                "Ada Quillfeather - Bob Stonewright 2",
                "Ada Quillfeather - Carl Reedmaker 1",
                "Ada Quillfeather - Eve Mossgrove 1",
                "Bob Stonewright - Eve Mossgrove 1");
        assertThat(ties()).containsExactlyElementsOf(ties);

        JsonNode merged = change("mergeAuthors(authors: [\"%s\", \"%s\"])".formatted(ada, bob))
                .at("/0");
        assertThat(network(ada)).containsExactly("Ada Quillfeather", "Carl Reedmaker", "Eve Mossgrove");
        assertThat(ties()).containsExactly("Ada Quillfeather - Carl Reedmaker 1", "Ada Quillfeather - Eve Mossgrove 1");

        change("undoDecision(id: \"%s\")".formatted(merged.at("/decision").asString()));
        assertThat(network(ada))
                .containsExactly("Ada Quillfeather", "Bob Stonewright", "Carl Reedmaker", "Eve Mossgrove");
        assertThat(network(bob)).containsExactly("Ada Quillfeather", "Bob Stonewright", "Eve Mossgrove");
        assertThat(send("{ collaborationPaths(input: {from: \"%s\", to: \"%s\"}) { distance } }".formatted(ada, bob))
                        .at("/data/collaborationPaths/distance")
                        .asInt())
                .isEqualTo(1);
        assertThat(ties()).containsExactlyElementsOf(ties);
    }

    /** Returns the CO_AUTHOR edges around the two as the graph has them, with their papers. */
    private List<String> ties() {
        return driver.executableQuery("""
                        MATCH (a:Author)-[tie:CO_AUTHOR]-(b:Author)
                        WHERE a.name IN ['Ada Quillfeather', 'Bob Stonewright'] AND a.name < b.name
                        RETURN a.name + ' - ' + b.name + ' ' + tie.papers AS tie ORDER BY tie""").execute().records().stream()
                .map(row -> row.get("tie").asString())
                .toList();
    }

    @Test
    void aSplitSurvivesLoadsAndCanBeUndone() throws IOException, InterruptedException {
        String paper = send("{ papers(filter: {authorsAny: [\"%s\"]}, orderBy: OLDEST) { nodes { id } } }"
                        .formatted(ada))
                .at("/data/papers/nodes/1/id")
                .asString();
        JsonNode split = change("splitAuthor(author: \"%s\", papers: [\"%s\"])".formatted(ada, paper));
        String other = split.at("/author/id").asString();
        assertThat(network(ada)).containsExactly("Ada Quillfeather", "Bob Stonewright");
        assertThat(network(other)).containsExactly("Ada Quillfeather", "Carl Reedmaker");

        load(TABLE.replace(
                "Curation of betas,Ada Quillfeather;Carl Reedmaker",
                "Curation of betas,Ada Quillfeather;Carl Reedmaker;Fay Holm"));
        assertThat(network(ada)).containsExactly("Ada Quillfeather", "Bob Stonewright");
        assertThat(network(other)).containsExactly("Ada Quillfeather", "Carl Reedmaker", "Fay Holm");

        change("undoDecision(id: \"%s\")".formatted(split.at("/decision").asString()));
        assertThat(network(ada)).containsExactly("Ada Quillfeather", "Bob Stonewright", "Carl Reedmaker", "Fay Holm");
        assertThat(send("{ author(id: \"%s\") { id } }".formatted(other))
                        .at("/data/author/id")
                        .asString())
                .isEqualTo(ada);
        assertThat(code("splitAuthor(author: \"%s\", papers: [\"paper:none\"])".formatted(ada)))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void authorsMarkedDifferentAreNoCandidatesAndAreNotMerged() {
        run(
                "MATCH (a:Author {id: '%s'}), (b:Author {id: '%s'}) CREATE (d:IdentityDecision {id: 'decision:test', kind: 'REFUSAL',"
                                .formatted(ada, brief)
                        + " names: ['A. Quillfeather', 'Ada Quillfeather'], evidence: ['shared co-author: x'], score: 0.7,"
                        + " method: 'curator', at: '2026-01-01T00:00:00Z'}), (d)-[:DECIDES]->(a), (d)-[:DECIDES]->(b)");
        String question =
                "{ author(id: \"%s\") { identity { candidates { author { id } evidence score } } } }".formatted(ada);
        assertThat(send(question).at("/data/author/identity/candidates"))
                .isEqualTo(json.readTree("""
                [{"author": {"id": "%s"}, "evidence": ["shared co-author: x"], "score": 0.7}]""".formatted(brief)));

        String mark = change("markDifferent(authors: [\"%s\", \"%s\"])".formatted(ada, brief))
                .at("/decision")
                .asString();
        assertThat(send(question).at("/data/author/identity/candidates").isEmpty())
                .isTrue();
        String merge = "mergeAuthors(authors: [\"%s\", \"%s\"])".formatted(ada, brief);
        assertThat(code(merge)).isEqualTo("CONFLICT");
        change("undoDecision(id: \"%s\")".formatted(mark));
        assertThat(change(merge).at("/0/author/id").asString()).isEqualTo(ada);
    }

    @Test
    void aSuppressedAuthorStaysHiddenAfterLoads() throws IOException, InterruptedException {
        String bob = id("Bob Stonewright");
        String decision = change("suppressAuthor(author: \"%s\")".formatted(bob))
                .at("/decision")
                .asString();
        load(TABLE + "4,Curation of deltas,Bob Stonewright;Eve Mossgrove;Fay Holm,2022\n");
        assertThat(network(ada)).containsExactly("Ada Quillfeather", "Carl Reedmaker");
        JsonNode answer = send(
                "{ author(id: \"%s\") { id } authorsByName(name: \"Bob Stonewright\") { nodes { id } }".formatted(bob)
                        + " papers(filter: {text: \"curation deltas\"}) { nodes { authors { author { name } } } }"
                        + " eve: author(id: \"%s\") { coAuthors(counting: FRACTIONAL) { edges { weight } } } }"
                                .formatted(id("Eve Mossgrove")));
        // The paper has three authors, so each pair weighs 1/(3 - 1).
        assertThat(answer.at("/data")).isEqualTo(json.readTree("""
                {"author": null, "authorsByName": {"nodes": []},
                 "papers": {"nodes": [{"authors": [{"author": {"name": "Eve Mossgrove"}}, {"author": {"name": "Fay Holm"}}]}]},
                 "eve": {"coAuthors": {"edges": [{"weight": 0.5}]}}}"""));

        change("undoDecision(id: \"%s\")".formatted(decision));
        assertThat(network(bob)).containsExactly("Ada Quillfeather", "Bob Stonewright", "Eve Mossgrove", "Fay Holm");
    }

    @Test
    void oneOfTwoSimultaneousChangesEndsWithAConflict() {
        List<CompletableFuture<String>> both = Stream.of(
                        "mergeAuthors(authors: [\"%s\", \"%s\"])".formatted(ada, brief),
                        "mergeAuthors(authors: [\"%s\", \"%s\"])".formatted(brief, ada))
                .map(change -> CompletableFuture.supplyAsync(() -> code(change)))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder("", "CONFLICT");
    }

    // ---- asking

    private String id(String name) {
        return send("{ authorsByName(name: \"%s\", first: 1) { nodes { id } } }".formatted(name))
                .at("/data/authorsByName/nodes/0/id")
                .asString();
    }

    private List<String> network(String author) {
        List<String> names = new ArrayList<>();
        send("{ collaborationNetwork(input: {authors: [\"%s\"]}) { nodes { author { name } } } }".formatted(author))
                .at("/data/collaborationNetwork/nodes")
                .forEach(node -> names.add(node.at("/author/name").asString()));
        return names.stream().sorted().toList();
    }

    /** Returns the response to a mutation that has to succeed. */
    private JsonNode change(String mutation) {
        JsonNode answer = send("mutation { %s { decision author { id name } } }".formatted(mutation));
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.path("data").path(mutation.substring(0, mutation.indexOf('(')));
    }

    /** Returns the code of the error of a mutation; empty if it succeeds. */
    private String code(String mutation) {
        return send("mutation { %s { decision } }".formatted(mutation))
                .at("/errors/0/extensions/code")
                .asString("");
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
