package org.invisiblecollege.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.TestNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** GraphQL over HTTP to the letter: methods, media types, caching, compression, other sites and errors. */
@Neo4jTest
class HttpProtocolIT {

    private static final String TYPE = "{ __typename }";
    private static final String ANSWER = "{\"data\":{\"__typename\":\"Query\"},";
    private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void aGetIsAnsweredLikeAPost() throws Exception {
        HttpResponse<String> answer = get("query="
                + encoded("query Q($id: ID!) { author(id: $id) { name } node(id: $id) { id } }")
                + "&operationName=Q&variables=" + encoded("{\"id\":\"nobody\"}") + "&extensions=" + encoded("{}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"data\":{\"author\":null,\"node\":null},");
        assertThat(header(answer, "content-type")).startsWith("application/json");
        HttpResponse<String> head = send(request("?query=" + encoded(TYPE)).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                       | The parameter query is missing.",
                "operationName=x                        | The parameter query is missing.",
                "query=%7B__typename%7D&variables=7     | The parameter variables must be a JSON object.",
                "query=%7B__typename%7D&variables=%7B   | The parameter variables must be a JSON object.",
                "query=%7B__typename%7D&extensions=%5B%5D | The parameter extensions must be a JSON object."
            })
    void aGetWithoutAQuestionIsRefused(String parameters, String message) throws Exception {
        HttpResponse<String> answer = get(parameters == null ? "" : parameters);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("{\"errors\":[{\"message\":\"" + message)
                .contains("\"code\":\"BAD_REQUEST\"");
    }

    /** A GET may be sent again by anyone, so it must not change anything. */
    @Test
    void aMutationByGetIsNotCarriedOut() throws Exception {
        HttpResponse<String> answer = send(request("?query=" + encoded("mutation { revokeApiKey(id: \"x\") }"))
                .header("Authorization", "Bearer " + TestNeo4j.API_KEY));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(answer.body()).contains("A GET cannot carry a mutation", "METHOD_NOT_ALLOWED");
        assertThat(send(request("?query=" + encoded("subscription { indexVersion }")))
                        .statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                                    | 200",
                "application/graphql-response+json                   | 200",
                "*/*                                                 | 200",
                "application/*                                       | 200",
                "text/html, application/json;q=0.5                   | 200",
                "text/html                                           | 406",
                "image/png                                           | 406",
                "nonsense                                            | 406"
            })
    void theAnswerHasATypeThatIsAccepted(String accept, int status) throws Exception {
        assertThat(send(request("?query=" + encoded(TYPE)).header("Accept", accept))
                        .statusCode())
                .isEqualTo(status);
        assertThat(send(post(TYPE).header("Accept", accept)).statusCode()).isEqualTo(status);
    }

    /** Under its own media type an answer without data is no success; under JSON clients expect 200. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ nope } | 400",
                "{ nope | 400",
                "mutation { revokeApiKey(id: 1) } | 401",
                "{ papers(first: -1) { totalCount } } | 200",
                "{ __typename } | 200"
            })
    void statusesFollowTheMediaType(String document, int status) throws Exception {
        assertThat(send(post(document).header("Accept", GRAPHQL_RESPONSE)).statusCode())
                .isEqualTo(status);
        assertThat(send(post(document).header("Accept", "application/json")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAnswerThatTheClientHasIsNotSentAgain() throws Exception {
        String question = "query=" + encoded("{ papers(first: 1) { nodes { title } } }");
        HttpResponse<String> first = get(question);
        String tag = header(first, "etag");
        assertThat(tag).startsWith("W/\"");
        assertThat(header(first, "vary")).contains("Authorization", "Accept");
        assertThat(header(first, "cache-control")).isEqualTo("max-age=0, must-revalidate");

        HttpResponse<String> second = send(request("?" + question).header("If-None-Match", "\"other\", " + tag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(header(second, "etag")).isEqualTo(tag);
        for (HttpRequest.Builder other : List.of(
                request("?" + question).header("Accept", GRAPHQL_RESPONSE),
                request("?" + question).header("Authorization", "Bearer " + TestNeo4j.API_KEY),
                request("?" + question + "&variables=" + encoded("{\"x\":1}")))) {
            assertThat(send(other.header("If-None-Match", tag)).statusCode()).isEqualTo(200);
        }
    }

    /** What changes without a new version of the graph, what is an error, and what was no GET has no name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ ingestRuns { totalCount } }",
                "{ a: ingestRun(id: 1) { id } }",
                "query { ...f } fragment f on Query { apiKeys { id } }",
                "{ auditLog { totalCount } }",
                "{ papers(first: -1) { totalCount } }",
                "{ nope }"
            })
    void otherAnswersAreNotKept(String document) throws Exception {
        HttpResponse<String> answer =
                send(request("?query=" + encoded(document)).header("Authorization", "Bearer " + TestNeo4j.API_KEY));
        assertThat(answer.headers().firstValue("etag")).isEmpty();
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(send(post(TYPE)).headers().firstValue("etag")).isEmpty();
    }

    @Test
    void longAnswersAndFilesAreCompressed() throws Exception {
        String document = "{ papers(first: 50) { nodes { id title } } }";
        HttpResponse<byte[]> answer = http.send(
                request("?query=" + encoded(document))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(get("query=" + encoded(document)).body());
        }
        HttpResponse<byte[]> script = http.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/_static/graphiql/3.2.0/graphiql.min.js"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(script.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(script.headers().firstValue("cache-control")).contains("max-age=31536000, public, immutable");
        assertThat(header(at("/explorer/main.js"), "cache-control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/graphiql", "/graphql?query=%7B__typename%7D", "/nothing", "/explorer/main.js"})
    void everythingHasTheHeadersOfASafePage(String path) throws Exception {
        HttpResponse<String> answer = at(path);
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "x-frame-options")).isEqualTo("DENY");
        assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "content-security-policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
    }

    /** A browser says where a request comes from, also where it sends no origin. */
    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200"})
    void requestsOfPagesOfOtherSitesAreRefused(String site, int status) throws Exception {
        assertThat(raw("GET /graphql?query=%7B__typename%7D HTTP/1.1", "Sec-Fetch-Site: " + site))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains(status == 200 ? ANSWER : "ORIGIN_NOT_ALLOWED");
    }

    @Test
    void otherOriginsAreRefusedInWords() throws Exception {
        for (String method : List.of("GET", "OPTIONS")) {
            assertThat(raw(
                            method + " /graphql?query=%7B__typename%7D HTTP/1.1",
                            "Origin: https://evil.example",
                            "Access-Control-Request-Method: POST"))
                    .startsWith("HTTP/1.1 403 ")
                    .contains("college.http.allowed-origins", "ORIGIN_NOT_ALLOWED")
                    .doesNotContainIgnoringCase("Access-Control-Allow-Origin");
        }
        assertThat(raw(
                        "GET /graphql HTTP/1.1",
                        "Origin: https://evil.example",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "Sec-WebSocket-Protocol: graphql-transport-ws"))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void optionsSaysWhatIsAllowed() throws Exception {
        assertThat(raw("OPTIONS /graphql HTTP/1.1"))
                .startsWith("HTTP/1.1 204 ")
                .contains("Allow: GET, HEAD, POST, OPTIONS\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /nothing HTTP/1.1          | 404 | NOT_FOUND",
                "POST / HTTP/1.1                | 405 | METHOD_NOT_ALLOWED",
                "GET /export/x.gexf?q=1 HTTP/1.1 | 404 | NOT_FOUND",
                "GET /export/collaboration-network.gexf HTTP/1.1 | 400 | BAD_REQUEST",
                "GET /graphql/../x HTTP/1.1     | 400 | BAD_REQUEST",
                "GET //x HTTP/1.1               | 400 | BAD_REQUEST",
                "GET /a;b HTTP/1.1              | 400 | BAD_REQUEST",
                "GET /a%00 HTTP/1.1             | 400 | BAD_REQUEST",
                "GET /a{b} HTTP/1.1             | 400 | BAD_REQUEST",
                "GET /a b HTTP/1.1              | 400 | BAD_REQUEST",
                "G<T / HTTP/1.1                 | 400 | BAD_REQUEST",
                "GET / HTTP/9.9                 | 505 | HTTP_VERSION_NOT_SUPPORTED"
            })
    void everyErrorHasTheFormOfGraphQl(String line, int status, String code) throws Exception {
        assertThat(raw(line))
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/json", "{\"errors\":[{\"message\":\"", "\"code\":\"" + code + "\"")
                .doesNotContain("<html", "Exception", "\tat ");
    }

    /** Its clients read the errors of an answer with any status only if it has their own media type. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json",
                "application/json                                          | application/json",
                "*/*                                                       | application/json"
            })
    void aRefusalHasTheMediaTypeThatTheClientAccepts(String accept, String type) throws Exception {
        HttpResponse<String> answer =
                send(post(TYPE).header("Authorization", "Bearer wrong").header("Accept", accept));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "content-type")).startsWith(type);
        assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"");
    }

    @Test
    void theSchemaIsServed() throws Exception {
        assertThat(at("/graphql/schema").body()).contains("type Query {", "directive @needs");
    }

    private HttpResponse<String> get(String parameters) throws Exception {
        return send(request(parameters.isEmpty() ? "" : "?" + parameters));
    }

    private HttpResponse<String> at(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    private HttpRequest.Builder request(String parameters) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql" + parameters));
    }

    private HttpRequest.Builder post(String document) {
        return request("")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The whole answer to a request without a body, as it comes. */
    private String raw(String line, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            String head = line + "\r\nHost: localhost\r\n" + String.join("\r\n", headers)
                    + (headers.length == 0 ? "" : "\r\n");
            socket.getOutputStream()
                    .write((head
                                    + (line.contains("GET /graphql HTTP")
                                            ? "Connection: Upgrade, close\r\n\r\n"
                                            : "Connection: close\r\n\r\n"))
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
