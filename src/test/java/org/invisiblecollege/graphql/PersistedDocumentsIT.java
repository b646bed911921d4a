package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Documents that clients name instead of sending them. */
@Neo4jTest
class PersistedDocumentsIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    /** What Apollo's clients do: ask by the hash, send the document once, ask by the hash from then on. */
    @Test
    void aClientRegistersADocumentOnce() throws Exception {
        String document = "query Registered { author(id: 5) { name } }";
        String hash = sha256(document);
        String byHash = "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}}";
        String answer = "{\"data\":{\"author\":null},";
        assertThat(post(byHash))
                .contains("\"message\":\"PersistedQueryNotFound\"", "\"code\":\"PERSISTED_QUERY_NOT_FOUND\"");
        assertThat(post(byHash.replaceFirst("\\{", "{\"query\":\"" + document + "\",")))
                .startsWith(answer);
        assertThat(post(byHash)).startsWith(answer);
        assertThat(get("extensions=%7B%22persistedQuery%22%3A%7B%22version%22%3A1%2C%22sha256Hash%22%3A%22" + hash
                                + "%22%7D%7D")
                        .body())
                .startsWith(answer);
    }

    @Test
    void aDocumentIsNotRegisteredUnderAnotherHash() throws Exception {
        String hash = sha256("{ __typename }");
        String body = "{\"query\":\"{ a: __typename }\",\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"" + hash
                + "\"}}}";
        assertThat(post(body))
                .contains("\"code\":\"PERSISTED_QUERY_HASH_MISMATCH\"")
                .doesNotContain("\"data\":{");
    }

    /** By hash and GET, an example operation can be kept by caches. */
    @ParameterizedTest
    @ValueSource(strings = {"page-daily", "topics-around-a-topic"})
    void exampleOperationsAreKnown(String name) throws Exception {
        String document = GraphQlRequests.operation(name);
        for (String text : new String[] {document, document.strip()}) {
            HttpResponse<String> answer = get("documentId=sha256:" + sha256(text));
            assertThat(answer.body()).startsWith("{\"data\":{");
            assertThat(answer.headers().firstValue("etag")).isPresent();
            assertThat(post("{\"documentId\":\"sha256:" + sha256(text) + "\"}")).startsWith("{\"data\":{");
            assertThat(post("{\"documentId\":\"" + sha256(text) + "\",\"query\":\"\",\"extensions\":{}}"))
                    .startsWith("{\"data\":{");
        }
    }

    private HttpResponse<String> get(String parameters) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql?" + parameters))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String post(String body) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
