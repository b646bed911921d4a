package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The service over HTTP, for browsers and programs. */
@Neo4jTest
class HttpIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "/, explorer/main.js",
        "/explorer/network/first.js, what-is-loaded",
        "/graphiql, graphiql.min.js",
        "/operations/topics-around-a-topic.graphql, topicNeighbourhood"
    })
    void startPageAndExplorerAreServed(String path, String text) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(text);
    }

    /** All resources of a page come from this service. */
    @ParameterizedTest
    @CsvSource({"/", "/graphiql"})
    void pagesLoadNothingFromOtherHosts(String path) throws Exception {
        String page = get(path).body();
        assertThat(page).doesNotContain("src=\"http", "href=\"http", "src=\"//", "href=\"//");
        for (var used : Pattern.compile("(?:src|href)=\"([^\"?]+\\.(?:js|css))\"")
                .matcher(page)
                .results()
                .toList()) {
            // Relative to both pages, so that a proxy may put them below a path.
            assertThat(used.group(1)).doesNotStartWith("/");
            assertThat(get("/" + used.group(1)).statusCode()).as(used.group(1)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ nope } | VALIDATION_ERROR",
                "{ nope | SYNTAX_ERROR",
                "{ papers(first: 501) { totalCount } } | INVALID_ARGUMENT",
                "{ papers(after: \\\"zzz\\\") { totalCount } } | INVALID_ARGUMENT",
                "{ papers(orderBy: RELEVANCE) { totalCount } } | INVALID_ARGUMENT",
                "{ papers(filter: {authorsAny: [\\\"x\\\"]}) { totalCount } } | NOT_FOUND",
                "{ papers(filter: {window: {from: 2, to: 1}}) { totalCount } } | INVALID_ARGUMENT",
            })
    void everyErrorHasACode(String query, String code) throws Exception {
        HttpResponse<String> answer = post("{\"query\":\"" + query + "\"}");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("Exception", "\tat ");
    }

    @Test
    void aDocumentThatIsTooDeepIsRefused() throws Exception {
        String query = "{ author(id: 1) " + "{ coAuthors { nodes ".repeat(12) + "{ id }" + " } }".repeat(12) + " }";
        assertThat(post("{\"query\":\"" + query + "\"}").body()).contains("\"code\":\"LIMIT_EXCEEDED\"");
    }

    /** Five hundred papers, their authors, each author's papers and so on do not fit into memory. */
    @Test
    void aDocumentWhoseResponseWouldBeTooLargeIsRefused() throws Exception {
        String query = "{ papers(first: 500) { nodes { " + "authors { author { papers(first: 500) { nodes { ".repeat(3)
                + "id" + " } } } }".repeat(3) + " } } }";
        assertThat(post("{\"query\":\"" + query + "\"}").body()).contains("\"code\":\"LIMIT_EXCEEDED\"");
    }

    /** The sum of two sizes that are too large must not overflow to a small one. */
    @Test
    void twoFieldsThatAreTooLargeAreRefused() throws Exception {
        String large = "papers(first: 500) { nodes { " + "authors { author { papers(first: 500) { nodes { ".repeat(3)
                + "id" + " } } } }".repeat(3) + " } }";
        assertThat(post("{\"query\":\"{ a: " + large + " b: " + large + " }\"}").body())
                .contains("\"code\":\"LIMIT_EXCEEDED\"");
    }

    /** One at a time; an answer that is complete or refused releases its permit. */
    @Test
    void largeAnswersWaitForAPermit() throws Exception {
        String query = "collaborationNetwork(input: {maxNodes: 5000, maxEdges: 100000}) { nodes { depth } }";
        List<String> bodies = List.of(
                "{ " + query + " }",
                "mutation { undoDecision(id: 1) { decision } }",
                "{ a: " + query + " b: " + query + " }",
                "{ " + query + " }");
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                for (String body : bodies) {
                    answers.add(clients.submit(() -> post("{\"query\":\"" + body + "\"}")));
                }
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get().body())
                        .contains(i % bodies.size() == 1 ? "\"errors\"" : "\"depth\":0")
                        .doesNotContain("Other large answers");
            }
        }
    }

    @Test
    void onlyTheFieldWithAWrongArgumentFails() throws Exception {
        String body =
                post("{\"query\":\"{ papers(first: 1) { nodes { a: topics(first: -1) { score } b: topics(first: 0) { score } } } }\"}")
                        .body();
        assertThat(body).contains("INVALID_ARGUMENT").contains("\"path\":[\"papers\",\"nodes\",0,\"a\"]");
        assertThat(body).doesNotContain("\"path\":[\"papers\",\"nodes\",0,\"b\"]");
    }

    @ParameterizedTest
    @CsvSource({"(  )", "*  *", "😀  😀", "a AND", "-- OR", "\\\\", "''"})
    void anySearchTextIsAccepted(String text) throws Exception {
        assertThat(
                        post("{\"query\":\"query($t: String!) { search(text: $t) { totalCount } authorsByName(name: $t) { totalCount } }\",\"variables\":{\"t\":\""
                                        + text + "\"}}")
                                .body())
                .contains("\"data\":{\"search\":")
                .doesNotContain("errors");
    }

    @Test
    void anUnknownIdAnswersNull() throws Exception {
        String moe = "topic:language-technology:mixture-of-experts";
        assertThat(post("{\"query\":\"{ author(id: 1) { name } node(id: 2) { id } nodes(ids: [3, \\\"" + moe
                                + "\\\"]) { id } }\"}")
                        .body())
                .startsWith("{\"data\":{\"author\":null,\"node\":null,\"nodes\":[null,{\"id\":\"" + moe + "\"}]}");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
