package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.TestNeo4j;
import org.invisiblecollege.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the roles of keys and tokens permit, and what is recorded of it. */
@Neo4jTest
class AccessIT {

    private static final String OWN = "Bearer " + TestNeo4j.API_KEY;

    @Autowired
    private Driver driver;

    @LocalServerPort
    private int port;

    @AfterEach
    void forgetAll() {
        try (var session = driver.session()) {
            session.run("MATCH (k:ApiKey|AuditEntry) DELETE k").consume();
        }
    }

    /** The table of roles, as the page on operation has it: one mutation of each kind, with arguments that change nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READER  | undoDecision(id: \"x\") { decision }                    | FORBIDDEN",
                "CURATOR | undoDecision(id: \"x\") { decision }                    | NOT_FOUND",
                "ADMIN   | undoDecision(id: \"x\") { decision }                    | NOT_FOUND",
                "READER  | mergeAuthors(authors: [\"x\", \"y\"]) { decision }      | FORBIDDEN",
                "CURATOR | mergeAuthors(authors: [\"x\", \"y\"]) { decision }      | NOT_FOUND",
                "READER  | suppressTopic(topic: \"x\") { __typename }              | FORBIDDEN",
                "CURATOR | suppressTopic(topic: \"x\") { __typename }              | NOT_FOUND",
                "READER  | startIngest(input: {paths: [\"x\"]}) { id }             | FORBIDDEN",
                "CURATOR | startIngest(input: {paths: [\"x\"]}) { id }             | FORBIDDEN",
                "ADMIN   | startIngest(input: {paths: [\"x\"]}) { id }             | NOT_CONFIGURED",
                "CURATOR | mineTopics(most: -1) { id }                             | FORBIDDEN",
                "ADMIN   | mineTopics(most: -1) { id }                             | INVALID_ARGUMENT",
                "CURATOR | createApiKey(label: \"x\") { id }                       | FORBIDDEN",
                "ADMIN   | createApiKey(label: \"\") { id }                        | INVALID_ARGUMENT",
                "CURATOR | revokeApiKey(id: \"x\")                                 | FORBIDDEN",
            })
    void aRolePermitsItsMutations(String role, String mutation, String code) {
        assertThat(code(send("mutation { " + mutation + " }", key(role)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"READER, FORBIDDEN", "CURATOR, FORBIDDEN", "ADMIN, ''"})
    void onlyAdministratorsSeeKeysAndTheAuditLog(String role, String code) {
        for (String field : List.of("apiKeys { id label role createdAt expiresAt }", "auditLog { nodes { action } }")) {
            JsonNode answer = send("{ " + field + " }", key(role));
            assertThat(code(answer)).as(field).isEqualTo(code);
        }
        assertThat(code(send("{ apiKeys { id } }", null))).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void allFieldsArePermittedBeforeTheFirstIsCarriedOut() {
        String curator = key("CURATOR");
        assertThat(code(send(
                        "mutation { undoDecision(id: \"x\") { decision } createApiKey(label: \"y\") { id } }",
                        curator)))
                .isEqualTo("FORBIDDEN");
        assertThat(actions("undoDecision")).isEmpty();
    }

    /** A key that the first field revokes does not work for the second. */
    @Test
    void aKeyIsCheckedForEachField() {
        JsonNode created = send("mutation { createApiKey(label: \"laptop\", validDays: 7) { id key expiresAt } }", OWN)
                .at("/data/createApiKey");
        assertThat(Instant.parse(created.at("/expiresAt").asString())).isAfter(Instant.now());
        JsonNode answer = send(
                "mutation { revokeApiKey(id: \"" + created.at("/id").asString()
                        + "\") createApiKey(label: \"again\") { id } }",
                "Bearer " + created.at("/key").asString());
        assertThat(answer.at("/data/revokeApiKey").asBoolean(false)).isTrue();
        assertThat(answer.at("/data/createApiKey").isNull()).isTrue();
        assertThat(code(answer)).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.at("/errors/0/message").asString()).startsWith("The API key is no longer valid");
    }

    @Test
    void changesAndRefusalsAreRecorded() {
        String curator = key("CURATOR");
        send("mutation { undoDecision(id: \"no-such-decision\") { decision } }", curator);
        send("mutation { createApiKey(label: \"x\") { id } }", curator);
        send("mutation { createApiKey(label: \"x\") { id } }", null);
        send("{ __typename }", "Bearer college_wrong");
        JsonNode log = send(
                        "{ auditLog { totalCount nodes { callerName role address action arguments outcome caller } } }",
                        OWN)
                .at("/data/auditLog");
        assertThat(log.at("/totalCount").asInt()).isEqualTo(5);
        assertThat(log.at("/nodes").valueStream().map(AccessIT::words).toList())
                .containsExactly(
                        "without a key READER 127.0.0.1 authenticate - UNAUTHENTICATED",
                        "without a key READER 127.0.0.1 mutation - UNAUTHENTICATED",
                        "curator's READER".replace("READER", "CURATOR") + " 127.0.0.1 createApiKey - FORBIDDEN",
                        "curator's CURATOR 127.0.0.1 undoDecision {\"id\":\"no-such-decision\"} NOT_FOUND",
                        "college.access.api-key ADMIN 127.0.0.1 createApiKey"
                                + " {\"label\":\"curator's\",\"role\":\"CURATOR\"} DONE");
        assertThat(log.at("/nodes/3/caller").asString()).startsWith("api-key:");
        assertThat(log.toString()).doesNotContain("college_");
    }

    private static String words(JsonNode entry) {
        return String.join(
                " ",
                entry.at("/callerName").asString(),
                entry.at("/role").asString(),
                entry.at("/address").asString(),
                entry.at("/action").asString(),
                entry.at("/arguments").asString("-"),
                entry.at("/outcome").asString());
    }

    @Test
    void theAuditLogIsReadInPagesInBothDirections() {
        for (int i = 1; i <= 5; i++) {
            send("mutation { revokeApiKey(id: \"%d\") }".formatted(i), OWN);
        }
        JsonNode newest = page("first: 2");
        assertThat(ids(newest)).containsExactly("5", "4");
        assertThat(newest.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(newest.at("/pageInfo/hasPreviousPage").asBoolean()).isFalse();
        String end = newest.at("/pageInfo/endCursor").asString();
        JsonNode rest = page("first: 3, after: \"" + end + "\"");
        assertThat(ids(rest)).containsExactly("3", "2", "1");
        assertThat(rest.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        JsonNode oldest = page("last: 2");
        assertThat(ids(oldest)).containsExactly("2", "1");
        assertThat(oldest.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
        assertThat(ids(page("last: 2, before: \""
                        + oldest.at("/pageInfo/startCursor").asString() + "\"")))
                .containsExactly("4", "3");
    }

    private JsonNode page(String arguments) {
        return send(
                        "{ auditLog(" + arguments
                                + ") { nodes { arguments } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
                        OWN)
                .at("/data/auditLog");
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/nodes")
                .valueStream()
                .map(entry -> entry.at("/arguments").asString().replaceAll("\\D", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"curator, NOT_FOUND", "Admin, NOT_FOUND", "reader, FORBIDDEN", "editor, FORBIDDEN"})
    void aTokenOfTheIssuerPermitsWhatItsRolesSay(String role, String code) throws Exception {
        String token = TestTokens.token(
                Map.of("roles", List.of("offline_access", role)), Instant.now().plusSeconds(60), TestTokens.ISSUER);
        assertThat(code(send("mutation { undoDecision(id: \"x\") { decision } }", "Bearer " + token)))
                .isEqualTo(code);
        assertThat(send("{ __typename }", "Bearer " + token)
                        .at("/data/__typename")
                        .asString())
                .isEqualTo("Query");
    }

    @Test
    void expiredAndForeignTokensAreRefused() throws Exception {
        Map<String, Object> roles = Map.of("roles", "admin");
        String expired = TestTokens.token(roles, Instant.now().minusSeconds(600), TestTokens.ISSUER);
        String foreign = TestTokens.token(roles, Instant.now().plusSeconds(600), TestTokens.newIssuer());
        for (String token : List.of(expired, foreign)) {
            assertThat(code(send("{ __typename }", "Bearer " + token))).isEqualTo("UNAUTHENTICATED");
        }
    }

    private String key(String role) {
        return "Bearer "
                + send(
                                "mutation { createApiKey(label: \"" + role.toLowerCase(Locale.ROOT) + "'s\", role: "
                                        + role + ") { key } }",
                                OWN)
                        .at("/data/createApiKey/key")
                        .asString();
    }

    private List<String> actions(String action) {
        try (var session = driver.session()) {
            return session.run("MATCH (e:AuditEntry {action: $action}) RETURN e.id AS id", Map.of("action", action))
                    .list(row -> row.get("id").asString());
        }
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("");
    }

    private JsonNode send(String document, @Nullable String authorization) {
        return new Client(port, authorization).send(document);
    }
}
