package org.invisiblecollege.graphql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that ask for more than the service gives to a stranger. */
@Neo4jTest
class RequestLimitsIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private HttpResponse<String> post(String body, String accept) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                        .header("content-type", "application/json")
                        .header("accept", accept)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode ask(String document, Map<String, ?> variables) throws Exception {
        return JSON.readTree(
                post(JSON.writeValueAsString(Map.of("query", document, "variables", variables)), "application/json")
                        .body());
    }

    private void assertRefused(JsonNode answer, String setting, int allowed, int asked) {
        JsonNode extensions = answer.path("errors").path(0).path("extensions");
        assertThat(extensions.path("code").asString()).as(answer.toString()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(extensions.path("setting").asString()).isEqualTo("college.graphql." + setting);
        assertThat(extensions.path("allowed").asInt()).isEqualTo(allowed);
        assertThat(extensions.path("asked").asInt()).isEqualTo(asked);
        assertThat(answer.path("data").isMissingNode() || answer.path("data").isNull())
                .isTrue();
    }

    /**
     * A page of 50 papers with ten authors each, each with 30 papers of three values: a list of papers costs 100 to compute,
     * so it is 1 + 100 + 1 + 50 · (1 + 10 · (1 + 1 + 100 + 1 + 30 · 3)) = 96,652.
     */
    @Test
    void aFragmentCountsEachTimeItIsSpread() throws Exception {
        String fragment =
                " fragment P on PaperConnection { nodes { authors { author { papers(first: 30) { nodes { id title year } } } } } }";
        assertThat(ask("{ a: papers(first: 50) { ...P } }" + fragment, Map.of()).has("errors"))
                .isFalse();
        String eight = IntStream.range(0, 8)
                .mapToObj(alias -> "a" + alias + ": papers(first: 50) { ...P }")
                .collect(joining(" "));
        assertRefused(ask("{ " + eight + " }" + fragment, Map.of()), "max-cost.reader", 400_000, 8 * 96_652);
    }

    /**
     * What takes long to compute costs more than its values. A network of 100 nodes and 900 edges: 20,000 to rank all
     * authors, 1,000/5 to choose the strongest, 1,000 for communities, 200 rounds of 100 · 100 pairs for positions at 2,500 a
     * unit, and two values of each node. VOS takes 1,000 rounds at 750 a unit, and no communities.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { search(text: "a", first: 2) { nodes { score } } }                        | 2004
                    { author(id: "none") { similarAuthors(first: 0) { score } } }              | 2002
                    { author(id: "none") { papers(first: 0, filter: {text: "a"}) { totalCount } } } | 603
                    { collaborationNetwork(input: {maxNodes: 100, maxEdges: 900}) { nodes { position { x } } } } | 22202
                    { collaborationNetwork(input: {maxNodes: 100, maxEdges: 900, layout: VOS}) { nodes { position { x } } } } | 33735
                    { collaborationNetwork(input: {maxNodes: 100, maxEdges: 900}) { truncated } } | 20202
                    """)
    void workCosts(String document, long cost) throws Exception {
        JsonNode extension = ask(document, Map.of()).at("/extensions/cost");
        assertThat(extension.at("/requested").asLong()).isEqualTo(cost);
        assertThat(extension.at("/allowed").asLong()).isEqualTo(400_000);
    }

    @Test
    void aFragmentIsAsDeepAsWhereItIsSpread() throws Exception {
        String deep = " fragment A on Author { " + "coAuthors(first: 0) { nodes { ".repeat(9) + "id" + " } }".repeat(9)
                + " }";
        assertThat(ask("{ author(id: \"none\") { ...A } }" + deep, Map.of()).has("errors"))
                .isFalse();
        assertRefused(
                ask("{ author(id: \"none\") { ...A coAuthors(first: 0) { nodes { ...A } } } }" + deep, Map.of()),
                "max-depth",
                20,
                22);
    }

    @Test
    void manyFragmentsAreRefusedBeforeTheyAreCompared() throws Exception {
        String chain = IntStream.range(0, 1_000)
                .mapToObj(fragment -> "fragment F" + fragment + " on Query { ...F" + (fragment + 1) + " } ")
                .collect(joining());
        assertRefused(
                ask("{ ...F0 } " + chain + "fragment F1000 on Query { __typename }", Map.of()),
                "limits.max-fragments",
                100,
                1_001);
    }

    @Test
    void fieldsAreCountedWithTheirFragmentsSpread() throws Exception {
        String document = IntStream.range(0, 12)
                        .mapToObj(level -> "fragment F" + level + " on Author { a: coAuthors(first: 0) { nodes { ...F"
                                + (level + 1) + " } } b: coAuthors(first: 1) { nodes { ...F" + (level + 1) + " } } } ")
                        .limit(8)
                        .collect(joining())
                + "fragment F8 on Author { id }";
        assertThat(ask("{ author(id: \"none\") { ...F0 } } " + document, Map.of())
                        .path("errors")
                        .path(0)
                        .path("extensions")
                        .path("code")
                        .asString(""))
                .isEmpty();
        String more = document.replace(
                "fragment F8 on Author { id }",
                "fragment F8 on Author { "
                        + IntStream.range(0, 40)
                                .mapToObj(alias -> "i" + alias + ": id")
                                .collect(joining(" ")) + " }");
        assertRefused(ask("{ author(id: \"none\") { ...F0 } } " + more, Map.of()), "limits.max-fields", 10_000, 11_772);
    }

    /** 2 + 4 + ... + 2^90 spreads, though they add no field; a count ends at 2^31 - 1. */
    @Test
    void aFragmentThatDoublesCountsEachTimeThoughItAddsNoField() throws Exception {
        String doubling = IntStream.range(0, 90)
                .mapToObj(level -> "fragment F%d on Query { ...F%d ...F%d } ".formatted(level, level + 1, level + 1))
                .collect(joining());
        assertRefused(
                ask("{ ...F0 } " + doubling + "fragment F90 on Query { __typename }", Map.of()),
                "limits.max-fields",
                10_000,
                Integer.MAX_VALUE);
    }

    @Test
    void aliasesAndDirectivesAreCounted() throws Exception {
        String aliases = IntStream.range(0, 501)
                .mapToObj(alias -> "a" + alias + ": __typename")
                .collect(joining(" "));
        assertRefused(
                ask("{ papers(first: " + "9".repeat(401) + ") { totalCount } }", Map.of()),
                "limits.max-digits",
                400,
                401);
        assertRefused(ask("{ " + aliases + " }", Map.of()), "limits.max-aliases", 500, 501);
        assertRefused(
                ask("{ __typename " + "@include(if: true) ".repeat(201) + "}", Map.of()),
                "limits.max-directives",
                200,
                201);
    }

    /** Also in fragments without a name, which belong to the selection around them. */
    @Test
    void repeatedFieldsAreCountedBeforeTheyAreCompared() throws Exception {
        assertThat(ask("{ " + "__typename ".repeat(501) + "}", Map.of()).has("errors"))
                .isFalse();
        assertRefused(
                ask("{ __typename " + "... { __typename id: __typename } ".repeat(500) + "}", Map.of()),
                "limits.max-repeated-fields",
                500,
                999);
    }

    @Test
    void textsIdsAndListsHaveALength() throws Exception {
        assertRefused(
                ask("query($t: String!) { search(text: $t) { totalCount } }", Map.of("t", "学".repeat(5_000))),
                "limits.max-text-length",
                1_000,
                5_000);
        assertRefused(
                ask("query($i: ID!) { author(id: $i) { name } }", Map.of("i", "a".repeat(201))),
                "limits.max-id-length",
                200,
                201);
        assertRefused(
                ask(
                        "query($i: [ID!]!) { papers(filter: {authorsAny: $i}) { totalCount } }",
                        Map.of(
                                "i",
                                IntStream.range(0, 501)
                                        .mapToObj(id -> "author:" + id)
                                        .toList())),
                "limits.max-list-length",
                500,
                501);
        assertRefused(
                ask(
                        "query($r: [String!]!) { resolveAuthors(references: $r) { reference } }",
                        Map.of("r", List.of("x".repeat(4_000)))),
                "limits.max-text-length",
                1_000,
                4_000);
    }

    @Test
    void aLongDocumentIsNotParsed() throws Exception {
        String code = ask("{ papers(first: " + "9".repeat(200_000) + ") { totalCount } }", Map.of())
                .path("errors")
                .path(0)
                .path("extensions")
                .path("code")
                .asString();
        assertThat(code).isEqualTo("LIMIT_EXCEEDED");
    }

    @ParameterizedTest
    @CsvSource({"' ', 2000000", "{, 1048577"})
    void aLongBodyIsRefused(String begin, int length) throws Exception {
        HttpResponse<String> answer = post(begin.repeat(length), "application/json");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"LIMIT_EXCEEDED\"", "college.http.max-body");
    }

    /** An alias comes back with each value. */
    @Test
    void namesHaveALength() throws Exception {
        assertRefused(
                ask("{ papers(first: 500) { nodes { " + "a".repeat(201) + ": id } } }", Map.of()),
                "limits.max-name-length",
                200,
                201);
    }

    /** Whatever is wrong, a refusal repeats little of it; only ids that nothing has come back, once. */
    @Test
    void refusalsAreShort() throws Exception {
        String long1 = "x".repeat(60_000);
        for (String body : List.of(
                "{\"query\":\"{ __typename }\",\"operationName\":\"" + long1 + "\"}",
                "{\"query\":\"{ papers(orderBy: \\\"" + long1 + "\\\") { totalCount } }\"}",
                "{\"query\":\"query($o: PaperOrder!) { papers(orderBy: $o) { totalCount } }\",\"variables\":{\"o\":\""
                        + long1 + "\"}}",
                "{\"query\":\"{ " + long1 + "\"}",
                "{\"query\":\"query($c: String) { papers(after: $c) { totalCount } }\",\"variables\":{\"c\":\"" + long1
                        + "\"}}",
                "{\"query\":\"{ papers { nodes { id } } }\",\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\""
                        + long1 + "\"}}}")) {
            assertThat(post(body, "application/json").body().length())
                    .as(body.substring(0, 60))
                    .isLessThan(2_000);
        }
        List<String> unknown =
                IntStream.range(0, 500).mapToObj(id -> "author:" + id).toList();
        JsonNode error = ask(
                        "query($i: [ID!]!) { papers(filter: {authorsAny: $i}) { totalCount } }", Map.of("i", unknown))
                .at("/errors/0");
        assertThat(error.at("/message").asString()).hasSizeLessThan(300).endsWith(", or one of 490 others.");
        assertThat(error.at("/extensions/ids").size()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"text/event-stream, 200", "text/html, 406", "'text/event-stream, application/json', 200", "*/*, 200"})
    void whatTheClientCannotTakeIsNotExecuted(String accept, int status) throws Exception {
        assertThat(post("{\"query\":\"{ __typename }\"}", accept).statusCode()).isEqualTo(status);
    }
}
