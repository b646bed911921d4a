package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.invisiblecollege.InvisibleCollege;
import org.invisiblecollege.TestNeo4j;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.index.LiveIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads over HTTP, in a separate store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class IngestApiIT {

    private static final String BIB = """
            @article{one, title = {Invisible Colleges and their Visible Traces}, year = {1991},
              author = {Crane, Diana and Price, Derek}}
            @article{two, author = {Nobody, Nemo}, year = {1992}}
            """;

    private static final String RUN =
            "id source name state isDry stage percent records recordsPerSecond startedAt endedAt attempts failure"
                    + " counts { name count } skipped { name count } rejected { name count }"
                    + " rejections { code file line value } rejectionFile";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Path store = TestNeo4j.freshDirectory();

    private Path folder = Path.of("");
    private Path outside = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private ConfigurableApplicationContext application;

    @BeforeAll
    void start(@TempDir Path files) throws IOException {
        folder = Files.createDirectories(files.resolve("may-be-read"));
        outside = Files.createDirectories(files.resolve("secret"));
        Files.writeString(folder.resolve("traces.bib"), BIB);
        Files.writeString(outside.resolve("other.bib"), BIB);
        Files.createSymbolicLink(folder.resolve("link.bib"), outside.resolve("other.bib"));
        Files.createSymbolicLink(folder.resolve("link"), outside);
        Files.createSymbolicLink(Files.createDirectories(folder.resolve("acl")).resolve("data"), outside);
        application = application("--college.ingest.directory=" + folder);
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private ConfigurableApplicationContext application(String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(more, 0, arguments, 0, more.length);
        arguments[more.length] = "--server.port=0";
        arguments[more.length + 1] = "--college.seeds=off";
        arguments[more.length + 2] = "--college.embedded.directory=" + store;
        arguments[more.length + 3] = "--college.access.api-key=" + TestNeo4j.API_KEY;
        arguments[more.length + 4] = "--college.ingest.reports=" + outside.resolve("reports");
        return new SpringApplicationBuilder(InvisibleCollege.class).run(arguments);
    }

    @Test
    @Order(1)
    void aDryRunReportsWhatALoadWouldDo() {
        JsonNode dry = ended(started("{paths: [\"traces.bib\"], isDry: true}"));
        assertThat(dry.at("/isDry").asBoolean()).isTrue();
        assertThat(dry.at("/state").asString()).isEqualTo("DONE_WITH_REJECTIONS");
        assertThat(count(dry, "created")).isEqualTo(1);
        assertThat(papers()).isEmpty();
    }

    @Test
    @Order(2)
    void aLoadReportsItsResults() {
        JsonNode begun = started("{format: \"bibtex\", paths: [\"*.bib\"]}");
        assertThat(begun.at("/endedAt").isNull()).isTrue();

        JsonNode run = ended(begun);
        assertThat(run.at("/state").asString()).isEqualTo("DONE_WITH_REJECTIONS");
        assertThat(run.at("/name").asString()).isEqualTo("traces.bib");
        assertThat(run.at("/isDry").asBoolean(true)).isFalse();
        assertThat(run.at("/records").asInt()).isEqualTo(1);
        assertThat(run.at("/attempts").asInt()).isEqualTo(1);
        assertThat(count(run, "created")).isEqualTo(1);
        assertThat(count(run, "unchanged")).isZero();
        assertThat(run.at("/rejected").toString())
                .isEqualTo("[{\"name\":\"file_is_link\",\"count\":1},{\"name\":\"paper_without_title\",\"count\":1}]");
        assertThat(run.at("/rejections").toString())
                .isEqualTo("[{\"code\":\"file_is_link\",\"file\":\"link.bib\",\"line\":null,"
                        + "\"value\":\"a link below a folder is not followed\"},"
                        + "{\"code\":\"paper_without_title\",\"file\":\"traces.bib\",\"line\":3,\"value\":\"two\"}]");
        assertThat(run.at("/rejectionFile").asString()).endsWith(".jsonl").doesNotContain("/");
        for (String none : new String[] {"stage", "percent", "recordsPerSecond", "failure"}) {
            assertThat(run.get(none).isNull()).as(none).isTrue();
        }
        assertThat(papers()).isEqualTo("Invisible Colleges and their Visible Traces: Diana Crane, Derek Price");
        assertThat(run.toString()).doesNotContain(String.valueOf(outside.getParent()));
    }

    @Test
    @Order(3)
    void loadingAgainChangesNothing() {
        JsonNode run = ended(started("{paths: [\"./traces.bib\"]}"));
        assertThat(count(run, "created")).isZero();
        assertThat(count(run, "unchanged")).isEqualTo(1);
    }

    @Test
    @Order(4)
    void runsAreListedNewestFirst() {
        String page = "ingestRuns(first: 2, after: $after) { totalCount pageInfo { endCursor hasNextPage }"
                + " nodes { isDry counts { name count } } }";
        JsonNode first = ask("query($after: String) { " + page + " }", null).at("/data/ingestRuns");
        assertThat(first.at("/totalCount").asInt()).isEqualTo(3);
        assertThat(count(first.at("/nodes/0"), "unchanged")).isEqualTo(1);
        assertThat(count(first.at("/nodes/1"), "created")).isEqualTo(1);
        String end = first.at("/pageInfo/endCursor").asString();
        JsonNode second = ask("{ " + page.replace("$after", "\"" + end + "\"") + " }", null)
                .at("/data/ingestRuns");
        assertThat(second.at("/nodes").size()).isEqualTo(1);
        assertThat(second.at("/nodes/0/isDry").asBoolean()).isTrue();
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean(true)).isFalse();
    }

    @Test
    void loadingNeedsAnApiKey() {
        JsonNode answer = ask("mutation { startIngest(input: {paths: [\"traces.bib\"]}) { id } }", null);
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void anUnknownRunIsNull() {
        assertThat(ask("{ ingestRun(id: \"run:none\") { id } }", null).toString())
                .startsWith("{\"data\":{\"ingestRun\":null},\"extensions\":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/etc/passwd | /etc/passwd leads outside the folder this service may read from.",
                "../secret/other.bib | ../secret/other.bib has .. in it: give a path below the folder this service may read from.",
                "acl/../traces.bib | acl/../traces.bib has .. in it: give a path below the folder this service may read from.",
                "../secret/*.bib | ../secret/*.bib has .. in it: give a path below the folder this service may read from.",
                "link.bib | link.bib leads outside the folder this service may read from.",
                "link | link leads outside the folder this service may read from.",
                "link/other.bib | link/other.bib leads outside the folder this service may read from.",
                "link/*.bib | link/*.bib leads outside the folder this service may read from.",
                "link/nothing.bib | link/nothing.bib leads outside the folder this service may read from.",
                "acl | acl leads outside the folder this service may read from.",
                "- | A service has no standard input (-) to read: give files; ./- is a file.",
                "'' | There is no path without a name.",
                "nothing.bib | There is no nothing.bib.",
                "nothing*.bib | No file matches nothing*.bib.",
                "none/*.bib | No file matches none/*.bib: there is no folder none.",
            })
    void pathsOutsideTheFolderAreRefusedWithoutNamingTheFolder(String path, String message) {
        assertRefused("{paths: [\"" + path + "\"]}", "INVALID_ARGUMENT", message);
    }

    @Test
    void theErrorForAnUnknownFormatListsAllFormats() {
        assertRefused(
                "{format: \"marc\", paths: [\"traces.bib\"]}",
                "INVALID_ARGUMENT",
                "There is no format marc; there are acl-anthology, bibtex, crossref, csl-json, csv, dblp-xml, endnote-xml,"
                        + " inspire, medline, openalex, openalex-topics, orcid, page-text, pubmed-xml, refer, ris,"
                        + " semantic-scholar, skos, web-of-science.");
        assertRefused(
                "{format: \"seeds\", paths: [\"traces.bib\"]}",
                "INVALID_ARGUMENT",
                "The bundled data that can be loaded is anthology.");
        assertRefused(
                "{paths: []}",
                "INVALID_ARGUMENT",
                "Nothing to read: give files, folders, or patterns such as new/*.bib.");
    }

    /** Runs late, since it stops the service twice: once regularly, and once as if killed. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void interruptedLoadsResume() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            many.append("@article{k%d, title={Number %d of many}, author={Name%d, Jane}, year={2001}}%n"
                    .formatted(i, i, i % 1000));
        }
        Files.writeString(folder.resolve("many.bib"), many);
        JsonNode begun = started("{paths: [\"many.bib\"]}");
        String id = begun.at("/id").asString();
        assertThat(started("{paths: [\"many.bib\"]}").at("/id").asString()).isEqualTo(id);
        while (run(id).at("/state").asString().equals("PENDING")) {
            pause();
        }
        JsonNode waiting = begun;
        for (int year = 2001; year <= 2016; year++) {
            waiting = started("{paths: [\"traces.bib\"], isDry: true, year: " + year + "}");
        }
        assertRefused(
                "{paths: [\"traces.bib\"], isDry: true, year: 2017}",
                "LIMIT_EXCEEDED",
                "16 loads are waiting already; start this one when one has ended.");
        application.close();

        application = application();
        assertThat(run(waiting.at("/id").asString()).at("/state").asString()).isEqualTo("INTERRUPTED");
        assertThat(run(id).at("/state").asString()).isEqualTo("INTERRUPTED");
        assertThat(run(id).at("/endedAt").isNull()).isFalse();
        assertRefused(
                "{paths: [\"many.bib\"]}",
                "NOT_CONFIGURED",
                "This service may read no files: set college.ingest.directory to the folder it may load from.");
        startAgainAfterAKillDuring(id);
        assertThat(run(id).at("/state").asString()).isEqualTo("INTERRUPTED");
        JsonNode again = ended(started("{paths: [\"many.bib\"]}"));
        assertThat(again.at("/id").asString()).isEqualTo(id);
        assertThat(again.at("/state").asString()).isEqualTo("DONE");
        assertThat(again.at("/attempts").asInt()).isEqualTo(2);
        assertThat(again.at("/records").asInt()).isEqualTo(30_000);
    }

    /** Mining waits for a load when the service stops; in another case the service is killed. */
    @Test
    @Order(Integer.MAX_VALUE)
    void interruptedMiningIsReportedAndResumes() {
        started("{paths: [\"many.bib\"], isDry: true}");
        String id = mining();
        application.close();

        application = application("--college.ingest.directory=" + folder);
        assertThat(run(id).at("/state").asString()).isEqualTo("INTERRUPTED");
        startAgainAfterAKillDuring(id);
        assertThat(run(id).at("/state").asString()).isEqualTo("INTERRUPTED");
        assertThat(run(id).at("/endedAt").isNull()).isFalse();
        assertThat(mining()).isEqualTo(id);
        assertThat(ended(run(id)).at("/state").asString()).isEqualTo("DONE");
    }

    private String mining() {
        JsonNode answer = ask("mutation { mineTopics(minPapers: 2, most: 10) { id } }", TestNeo4j.API_KEY);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/mineTopics/id").asString();
    }

    /** Simulates a kill, which leaves a run in state RUNNING. */
    private void startAgainAfterAKillDuring(String run) {
        application
                .getBean(Driver.class)
                .executableQuery("MATCH (run:IngestRun {id: $id}) SET run.state = 'RUNNING' REMOVE run.endedAt")
                .withParameters(Map.of("id", run))
                .execute();
        application.close();
        application = application("--college.ingest.directory=" + folder);
    }

    private void assertRefused(String input, String code, String message) {
        JsonNode answer = ask("mutation { startIngest(input: " + input + ") { id } }", TestNeo4j.API_KEY);
        assertThat(answer.at("/errors/0/message").asString()).isEqualTo(message);
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo(code);
    }

    private JsonNode started(String input) {
        JsonNode answer = ask("mutation { startIngest(input: " + input + ") { " + RUN + " } }", TestNeo4j.API_KEY);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/startIngest").size()).isEqualTo(1);
        return answer.at("/data/startIngest/0");
    }

    private JsonNode ended(JsonNode begun) {
        JsonNode run = begun;
        while (run.at("/endedAt").isNull()) {
            pause();
            run = run(begun.at("/id").asString());
        }
        return run;
    }

    private JsonNode run(String id) {
        JsonNode answer = ask("{ ingestRun(id: \"" + id + "\") { " + RUN + " } }", null);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/ingestRun");
    }

    /** Lists all papers, once the index has followed the last load. */
    private String papers() {
        try {
            assertThat(application
                            .getBean(LiveIndex.class)
                            .await(application.getBean(VersionedGraph.class).current(), Duration.ofMinutes(2)))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        JsonNode papers = ask("{ papers(first: 10) { nodes { title authors { author { name } } } } }", null)
                .at("/data/papers/nodes");
        StringBuilder text = new StringBuilder();
        for (JsonNode paper : papers) {
            text.append(paper.at("/title").asString())
                    .append(": ")
                    .append(String.join(", ", paper.at("/authors").findValuesAsString("name")));
        }
        return text.toString();
    }

    private static int count(JsonNode run, String name) {
        for (JsonNode each : run.at("/counts")) {
            if (each.at("/name").asString().equals(name)) {
                return each.at("/count").asInt();
            }
        }
        throw new AssertionError(name + " is not in " + run);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode ask(String document, @Nullable String key) {
        int port = Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                .getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        json.createObjectNode().put("query", document).toString()));
        if (key != null) {
            request.header("authorization", "Bearer " + key);
        }
        try {
            return json.readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
