package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.invisiblecollege.OwnStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that take longer than the service gives them. */
@ExtendWith(OutputCaptureExtension.class)
class RequestTimeIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String ERRORS = """
            {"errors": [{
              "message": "The answer would have taken longer than 0.4 s, the longest time for a request; ask for less, or raise college.graphql.timeout.",
              %s "extensions": {"code": "TIMEOUT", "allowed": "0.4 s", "setting": "college.graphql.timeout" %s}}] %s}""";

    private static final String ENDED =
            ERRORS.formatted("\"locations\": [],", ", \"classification\": \"ExecutionAborted\"", ", \"data\": null");

    private static OwnStore store =
            new OwnStore(LongWork.OWN_INDEX, LongWork.ANY_COST, "--college.graphql.timeout=400ms");

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void prepare() {
        LongWork.prepare(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private HttpResponse<String> ask(String document, String accept) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + store.port() + "/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Accept", accept)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode answer(String document) throws Exception {
        return JSON.readTree(ask(document, "application/json").body());
    }

    private static void assertQuiet(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContain("\tat ", "Exception", "WARN", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {LongWork.WALK, LongWork.STATEMENT})
    void itsWorkEndsWithOneError(String document, CapturedOutput output) throws Exception {
        assertThat(answer(document)).isEqualTo(JSON.readTree(ENDED));
        assertQuiet(output);
    }

    @Test
    void manyFieldsThatEndAreOneError(CapturedOutput output) throws Exception {
        String layout = LongWork.LAYOUT.substring(1, LongWork.LAYOUT.length() - 1);
        assertThat(answer("{ a: %s b: %s c: %s }".formatted(layout, layout, layout)))
                .isEqualTo(JSON.readTree(ENDED));
        assertQuiet(output);
    }

    /** The answer is complete and well-formed, so both media types say 200. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/graphql-response+json"})
    void clientsGetAGraphQlAnswer(String accept) throws Exception {
        HttpResponse<String> answer = ask(LongWork.WALK, accept);
        assertThat(answer.statusCode()).isEqualTo(accept.equals("application/json") ? 200 : 503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(accept);
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree(ENDED));
    }

    @Test
    void aFileEndsWithOneError(CapturedOutput output) throws Exception {
        String link =
                answer(LongWork.FILE).at("/data/collaborationNetwork/exportUrl").asString();
        HttpResponse<String> file =
                http.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(file.statusCode()).isEqualTo(503);
        assertThat(file.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(JSON.readTree(file.body())).isEqualTo(JSON.readTree(ERRORS.formatted("", "", "")));
        assertQuiet(output);
    }

    @Test
    void othersAreAnsweredAfterwards() throws Exception {
        answer(LongWork.WALK);
        assertThat(answer("{ papers(filter: {categories: [\"layout\"]}, first: 0) { totalCount } }")
                        .at("/data/papers/totalCount")
                        .asInt())
                .isEqualTo(1_000);
    }
}
