package org.invisiblecollege.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.access.ApiKeys;
import org.invisiblecollege.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The service behind a proxy that ends TLS and puts it below a path, used by pages of another site. */
class ProxiedIT {

    private static final String SITE = "https://maps.example.org";
    private static final String TYPE = "{ __typename }";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static OwnStore service;

    @BeforeAll
    static void start() {
        service = new OwnStore(
                "--server.forward-headers-strategy=framework",
                "--college.http.allowed-origins=" + SITE,
                "--college.http.open-metrics=false");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void linksHaveTheAddressThatTheClientAsked() throws Exception {
        HttpResponse<String> answer = send(
                post("{ collaborationNetwork(input: {}) { exportUrl(format: GEXF) } }"),
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "graph.example.org",
                "X-Forwarded-Prefix",
                "/college");
        String link = new JsonMapper()
                .readTree(answer.body())
                .at("/data/collaborationNetwork/exportUrl")
                .asString();
        String proxy = "https://graph.example.org/college";
        assertThat(link).startsWith(proxy + "/export/collaboration-network.gexf?");
        HttpResponse<String> file = send(to(link.substring(proxy.length())));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains("<gexf");
    }

    @Test
    void aPageOfAnAllowedSiteReadsAnswersAndRefusals() throws Exception {
        HttpResponse<String> preflight = send(
                to("/graphql").method("OPTIONS", BodyPublishers.noBody()),
                "Origin",
                SITE,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(header(preflight, "access-control-allow-headers")).isEqualTo("authorization, content-type");
        HttpResponse<String> answer = send(post(TYPE), "Origin", SITE, "Sec-Fetch-Site", "cross-site");
        assertThat(answer.body()).startsWith("{\"data\":{\"__typename\":\"Query\"}");
        HttpResponse<String> refusal =
                send(post(TYPE), "Origin", SITE, "Sec-Fetch-Site", "cross-site", "Authorization", "Bearer wrong");
        assertThat(refusal.statusCode()).isEqualTo(401);
        for (HttpResponse<String> each : List.of(preflight, answer, refusal)) {
            assertThat(header(each, "access-control-allow-origin")).isEqualTo(SITE);
        }
    }

    /** A proxy that ends TLS may say nothing of it; browsers know what belongs together. */
    @Test
    void pagesOfTheServiceItselfAreKnownByTheBrowsersWord() throws Exception {
        HttpResponse<String> answer =
                send(post(TYPE), "Origin", "https://graph.example.org", "Sec-Fetch-Site", "same-origin");
        assertThat(answer.body()).startsWith("{\"data\":{\"__typename\":\"Query\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://maps.example.org", "https://maps.example.org.evil.example"})
    void pagesOfOtherSitesAreRefused(String origin) throws Exception {
        HttpResponse<String> answer = send(post(TYPE), "Origin", origin, "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(header(answer, "access-control-allow-origin")).isEmpty();
        assertThatThrownBy(() -> connect(origin)).isInstanceOf(CompletionException.class);
    }

    @Test
    void aPageOfAnAllowedSiteOpensAWebSocket() {
        assertThat(connect(SITE).getSubprotocol()).isEqualTo("graphql-transport-ws");
    }

    /** On loopback they need no key unless that is asked for, as here; elsewhere always. */
    @Test
    void metricsNeedAKeyOfAnAdministratorAndHealthDoesNot() throws Exception {
        assertThat(send(to("/actuator/health")).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = send(to("/actuator/metrics"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("\"code\":\"UNAUTHENTICATED\"", "with the role ADMIN");
        ApiKeys keys = service.bean(ApiKeys.class);
        String curator = keys.create("curator", Role.CURATOR, null).key();
        String admin = keys.create("admin", Role.ADMIN, null).key();
        assertThat(send(to("/actuator/metrics"), "Authorization", "Bearer " + curator)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(to("/actuator/metrics"), "Authorization", "Bearer " + admin)
                        .statusCode())
                .isEqualTo(200);
    }

    private static WebSocket connect(String origin) {
        return HTTP.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .header("Origin", origin)
                .buildAsync(URI.create("ws://127.0.0.1:" + service.port() + "/graphql"), new WebSocket.Listener() {})
                .join();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    private static HttpRequest.Builder post(String document) {
        return to("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
