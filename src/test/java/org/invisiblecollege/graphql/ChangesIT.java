package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.TestNeo4j;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.ExecutionGraphQlService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mutations need an API key in every form; queries need none. */
@Neo4jTest
class ChangesIT {

    private static final String GOOD = "Bearer " + TestNeo4j.API_KEY;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @Autowired
    private Driver driver;

    @Autowired
    private ExecutionGraphQlService service;

    @LocalServerPort
    private int port;

    @AfterEach
    void forgetAll() {
        try (var session = driver.session()) {
            session.run("MATCH (k:ApiKey) DELETE k").consume();
        }
    }

    @Test
    void aCreatedKeyIsValidUntilItIsRevoked() {
        JsonNode created = send("mutation { createApiKey(label: \"laptop\") { id label key } }", null, GOOD)
                .at("/data/createApiKey");
        assertThat(created.at("/label").asString()).isEqualTo("laptop");
        String key = "Bearer " + created.at("/key").asString();
        String revoke = "mutation { revokeApiKey(id: \"" + created.at("/id").asString() + "\") }";

        assertThat(send(revoke.replace("api-key", "other"), null, key)
                        .at("/data/revokeApiKey")
                        .asBoolean(true))
                .isFalse();
        assertThat(send(revoke, null, key).at("/data/revokeApiKey").asBoolean(false))
                .isTrue();
        assertRefused(send(revoke, null, key));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mutation { createApiKey(label: \"x\") { key } } |",
                "mutation { a: createApiKey(label: \"x\") { key } b: __typename } |",
                "mutation { ...f } fragment f on Mutation { createApiKey(label: \"x\") { key } } |",
                "mutation { ... on Mutation { ... { createApiKey(label: \"x\") { key } } } } |",
                "mutation { __typename } |",
                "query q { __typename } mutation m { createApiKey(label: \"x\") { key } } | m",
                "mutation m { createApiKey(label: \"x\") { key } } query q { __typename } | m",
                "mutation query { createApiKey(label: \"query\") { key } } | query",
            })
    void everyFormOfAMutationIsRefusedWithoutAKey(String document, @Nullable String operation) {
        assertRefused(send(document, operation, null));
        assertThat(keys()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer ",
                "Bearer x",
                "Bearer college_tests-and-nothing-but-the-test",
                "Bearer college_tests-and-nothing-but-the-tests2",
                "Basic college_tests-and-nothing-but-the-tests",
                "college_tests-and-nothing-but-the-tests"
            })
    void invalidKeysAreRefused(String authorization) {
        assertRefused(send("mutation { createApiKey(label: \"x\") { key } }", null, authorization));
        assertThat(keys()).isZero();
    }

    /** Only the executed operation counts, not the others of the document. */
    @Test
    void aQueryNextToAMutationInOneDocumentNeedsNoKey() {
        assertThat(send("query q { __typename } mutation m { createApiKey(label: \"x\") { key } }", "q", null)
                        .get("data")
                        .toString())
                .isEqualTo("{\"__typename\":\"Query\"}");
        assertThat(keys()).isZero();
    }

    /** A client with a wrong key must notice it before it sends a change. */
    @Test
    void aQuestionWithAWrongKeyIsRefused() {
        assertRefused(send("{ __typename }", null, "Bearer wrong"));
    }

    @Test
    void theErrorSaysHowToSendAKey() {
        assertThat(send("mutation { __typename }", null, null)
                        .at("/errors/0/message")
                        .asString())
                .isEqualTo("A mutation needs an API key; send one in the header Authorization: Bearer <key>.");
        assertThat(send("mutation { __typename }", null, "Bearer x")
                        .at("/errors/0/message")
                        .asString())
                .isEqualTo("The API key is not valid; send one in the header Authorization: Bearer <key>.");
    }

    @Test
    void anEmptyLabelOfAKeyIsRefused() {
        JsonNode answer = send("mutation { createApiKey(label: \" \") { key } }", null, GOOD);
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("INVALID_ARGUMENT");
    }

    /** Only a request over HTTP can have a key. */
    @Test
    void mutationsThatDoNotComeOverHttpAreRefused() {
        GraphQlRequests.tester(service)
                .document("mutation { createApiKey(label: \"x\") { key } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(
                                error -> assertThat(error.getExtensions()).containsEntry("code", "UNAUTHENTICATED")));
    }

    private static void assertRefused(JsonNode answer) {
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.has("data") && !answer.get("data").isNull()).isFalse();
    }

    private int keys() {
        try (var session = driver.session()) {
            return session.run("MATCH (k:ApiKey) RETURN count(k) AS n")
                    .single()
                    .get("n")
                    .asInt();
        }
    }

    private JsonNode send(String document, @Nullable String operation, @Nullable String authorization) {
        var body = json.createObjectNode().put("query", document).put("operationName", operation);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (authorization != null) {
            request.header("authorization", authorization);
        }
        try {
            return json.readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
