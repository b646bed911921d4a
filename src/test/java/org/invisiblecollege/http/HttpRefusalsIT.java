package org.invisiblecollege.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is refused before anything is asked, byte by byte, as no well-behaved client would send it. */
@Neo4jTest
class HttpRefusalsIT {

    private static final String QUESTION = "{\"query\":\"{ __typename }\"}";
    private static final String HOW = "Send a GraphQL request as a POST of a JSON object with Content-Type"
            + " application/json, or a query as a GET with the parameter query, and accept application/json or"
            + " application/graphql-response+json.";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:%d", "LOCALHOST.:%d", "127.0.0.1:%d", "127.0.0.1:1", "[::1]:%d"})
    void answersToLoopbackNames(String host) throws IOException {
        assertThat(post(host.formatted(port), "Content-Type: application/json\r\n", QUESTION))
                .startsWith("HTTP/1.1 200 ")
                .contains("{\"data\":{\"__typename\":\"Query\"}");
        assertThat(send("GET / HTTP/1.1\r\nHost: " + host.formatted(port) + "\r\n\r\n", ""))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "GET, /graphiql", "GET, /explorer/main.js", "POST, /graphql", "GET, /graphql", "GET, /nothing"
    })
    void refusesOtherHostsOnEveryPath(String method, String path) throws IOException {
        assertThat(send(method + " " + path + " HTTP/1.1\r\nHost: evil.example:" + port + "\r\n\r\n", ""))
                .startsWith("HTTP/1.1 421 ")
                .contains("Content-Type: application/json")
                .endsWith(error(
                        "HOST_NOT_ALLOWED",
                        "This service does not answer to the host evil.example; add it to"
                                + " the property college.http.allowed-hosts."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.example:localhost",
                "[::2]",
                "0.0.0.0",
                "2130706433"
            })
    void refusesHostsThatResembleLoopback(String host) throws IOException {
        assertThat(post(host, "Content-Type: application/json\r\n", QUESTION)).startsWith("HTTP/1.1 4");
    }

    @Test
    void ignoresForwardedHosts() throws IOException {
        assertThat(post(
                        "evil.example",
                        "Content-Type: application/json\r\nX-Forwarded-Host: localhost\r\nForwarded: host=localhost\r\n",
                        QUESTION))
                .startsWith("HTTP/1.1 421 ");
    }

    /** What a form or a script of another site can send without asking first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain\r\n",
                "Content-Type: text/plain; application/json\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Content-Type: multipart/form-data; boundary=x\r\n",
                "Content-Type: nonsense\r\n",
                "Content-Type: */*\r\n",
                ""
            })
    void refusesOtherContentTypesThanJson(String header) throws IOException {
        assertRefused(post("localhost", header, QUESTION), "415", "UNSUPPORTED_MEDIA_TYPE");
    }

    /** A browser asks before it sends JSON elsewhere; no answer allows it. */
    @Test
    void deniesPreflightRequestsOfOtherSites() throws IOException {
        assertThat(send(
                        String.join(
                                "\r\n",
                                "OPTIONS /graphql HTTP/1.1",
                                "Host: localhost",
                                "Origin: http://evil.example",
                                "Access-Control-Request-Method: POST",
                                "Access-Control-Request-Headers: content-type",
                                "",
                                ""),
                        ""))
                .doesNotContainIgnoringCase("Access-Control-Allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void refusesOtherMethodsThanGetAndPost(String method) throws IOException {
        String answer = send(method + " /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\n\r\n", "");
        assertThat(answer).contains("Allow: GET, HEAD, POST, OPTIONS\r\n");
        assertRefused(answer, "405", "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "[{\"query\":\"{ __typename }\"}]",
                "\"{ __typename }\"",
                "1",
                "true",
                "",
                "  ",
                "{",
                "{}",
                "{\"query\":null}",
                "{\"query\":{\"a\":1}}",
                "{\"query\":7}",
                "{\"query\":true}",
                "{\"query\":\"{ __typename }\",\"operationName\":7}",
                "{\"query\":\"{ __typename }\",\"variables\":\"x\"}",
                "{\"query\":\"{ __typename }\",\"variables\":[1]}",
                "query { __typename }"
            })
    void refusesBodiesThatAreNoGraphQlRequest(String body) throws IOException {
        assertRefused(post("localhost", "Content-Type: application/json\r\n", body), "400", "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "\n\n\n\n"})
    void acceptsWhiteSpaceBeforeTheObject(String space) throws IOException {
        assertThat(post("localhost", "Content-Type: application/json;charset=utf-8\r\n", space + QUESTION))
                .contains("{\"data\":{\"__typename\":\"Query\"}");
    }

    private static void assertRefused(String answer, String status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Content-Type: application/json")
                .endsWith(error(code, HOW));
    }

    private static String error(String code, String message) {
        return "{\"errors\":[{\"message\":\"" + message + "\",\"extensions\":{\"code\":\"" + code + "\"}}]}";
    }

    private String post(String host, String headers, String body) throws IOException {
        return send(
                "POST /graphql HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Content-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n",
                body);
    }

    /** The whole answer, as it comes. */
    private String send(String head, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((head.replaceFirst("\r\n", "\r\nConnection: close\r\n") + body)
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
