package org.invisiblecollege.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a stranger sends over one connection, byte by byte.
 *
 * @param name says what is hostile about it
 * @param atOnce bytes that are sent together
 * @param slowly bytes that are sent afterwards, ten a second
 * @param maxSeconds how long an answer is waited for
 */
record HostileRequest(String name, byte[] atOnce, byte[] slowly, int maxSeconds) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_SECONDS = 60;

    /** A document without variables, sent as everyone does. */
    static HostileRequest document(String name, String document) {
        return document(name, document, Map.of());
    }

    static HostileRequest document(String name, String document, Map<String, ?> variables) {
        return json(name, JSON.writeValueAsString(Map.of("query", document, "variables", variables)));
    }

    /** A body that should be JSON. */
    static HostileRequest json(String name, String body, String... headers) {
        return bytes(name, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** @param headers in addition to the usual ones */
    static HostileRequest bytes(String name, byte[] body, String... headers) {
        String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Accept: application/graphql-response+json, application/json;q=0.9\r\nConnection: close\r\n"
                + "Content-Length: " + body.length + "\r\n" + lines(headers) + "\r\n";
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return new HostileRequest(name, all, new byte[0], MAX_SECONDS);
    }

    /** A request without a body. */
    static HostileRequest line(String name, String line, String... headers) {
        return raw(
                name,
                line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines(headers) + "\r\n",
                "",
                MAX_SECONDS);
    }

    static HostileRequest raw(String name, String atOnce, String slowly, int maxSeconds) {
        return new HostileRequest(
                name, atOnce.getBytes(StandardCharsets.UTF_8), slowly.getBytes(StandardCharsets.UTF_8), maxSeconds);
    }

    HostileRequest within(int seconds) {
        return new HostileRequest(name, atOnce, slowly, seconds);
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }
}
