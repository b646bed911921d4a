package org.invisiblecollege.hostile;

import static org.invisiblecollege.hostile.HostileDocuments.each;
import static org.invisiblecollege.hostile.HostileRequest.bytes;
import static org.invisiblecollege.hostile.HostileRequest.document;
import static org.invisiblecollege.hostile.HostileRequest.json;
import static org.invisiblecollege.hostile.HostileRequest.line;
import static org.invisiblecollege.hostile.HostileRequest.raw;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bodies, methods, headers and paths that no client of good will sends. */
final class HostileTransport {

    private static final String SMALL = "{\"query\":\"{ __typename }\"}";
    private static final String POST = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nAccept: application/json\r\n";

    private HostileTransport() {}

    static List<HostileRequest> all() {
        List<HostileRequest> all = new ArrayList<>();
        addBodies(all);
        addLines(all);
        addGets(all);
        addStreams(all);
        addPersisted(all);
        addPaths(all);
        addMutations(all);
        return all;
    }

    private static void addBodies(List<HostileRequest> to) {
        to.add(json("bodies: 2 MB of blanks", " ".repeat(2_000_000)));
        to.add(json("bodies: 1 MB of blanks", " ".repeat(1_048_576)));
        to.add(json("bodies: a byte more than 1 MB", "{" + " ".repeat(1_048_576)));
        to.add(json("bodies: 100,000 lists in each other", variables("[".repeat(100_000) + "]".repeat(100_000))));
        to.add(json("bodies: 900 lists in each other", variables("[".repeat(900) + "]".repeat(900))));
        to.add(json(
                "bodies: 100,000 objects in each other",
                variables("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000))));
        to.add(json("bodies: 500,000 numbers", variables("[" + "1,".repeat(499_000) + "1]")));
        to.add(json("bodies: a number of 900,000 digits", variables("9".repeat(900_000))));
        to.add(json("bodies: the same key 100,000 times", variables("{" + "\"a\":1,".repeat(99_999) + "\"a\":1}")));
        to.add(json("bodies: 90,000 keys", variables("{" + each(90_000, i -> "\"k" + i + "\":1,") + "\"a\":1}")));
        to.add(json("bodies: two queries", "{\"query\":\"{ __typename }\",\"query\":\"{ a }\"}"));
        to.add(json("bodies: a list of 10,000 requests", "[" + (SMALL + ",").repeat(9_999) + SMALL + "]"));
        to.add(json("bodies: no object", "null"));
        to.add(json("bodies: a query of numbers", "{\"query\":[1,2,3]}"));
        to.add(json("bodies: nothing", ""));
        to.add(bytes("bodies: invalid UTF-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, (byte) 0x80, '"', '}'}));
        to.add(bytes("bodies: 1 MB of 0xff", filled(1_000_000)));
        to.add(json("bodies: UTF-16", SMALL, "Content-Type: application/json;charset=utf-16"));
        to.add(json("bodies: said to be gzip", SMALL, "Content-Encoding: gzip"));
        to.add(json("bodies: said to be XML", SMALL).within(10));
        to.add(raw("bodies: longer than Content-Length", POST + "Content-Length: 5\r\n\r\n" + SMALL, "", 5));
        to.add(raw("bodies: shorter than Content-Length", POST + "Content-Length: 500\r\n\r\n" + SMALL, "", 5));
        to.add(raw("bodies: Content-Length -1", POST + "Content-Length: -1\r\n\r\n" + SMALL, "", 5));
        to.add(raw(
                "bodies: Content-Length 9999999999999", POST + "Content-Length: 9999999999999\r\n\r\n" + SMALL, "", 5));
        to.add(raw(
                "bodies: chunks without end",
                POST + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"que\r\n",
                "1\r\n \r\n".repeat(6),
                5));
        to.add(raw(
                "bodies: 2 MB of chunks",
                POST + "Transfer-Encoding: chunked\r\n\r\n" + "4\r\n    \r\n".repeat(400_000),
                "",
                5));
        to.add(raw(
                "bodies: a chunk of ffffffff", POST + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n", "", 5));
        to.add(raw("bodies: byte by byte", POST + "Content-Length: 900000\r\n\r\n", " ".repeat(45), 5));
    }

    private static String variables(String value) {
        return "{\"query\":\"query($v: Int) { __typename }\",\"variables\":{\"v\":" + value + "}}";
    }

    private static byte[] filled(int length) {
        byte[] filled = new byte[length];
        java.util.Arrays.fill(filled, (byte) 0xff);
        return filled;
    }

    private static void addLines(List<HostileRequest> to) {
        for (String method :
                List.of("TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "CONNECT", "BREW", "x".repeat(7_000))) {
            to.add(line("methods: " + method.substring(0, Math.min(8, method.length())), method + " /graphql"));
        }
        to.add(raw("headers: byte by byte", "GET / HTTP/1.1\r\nHost: localhost\r\n", "X-A: b\r\n".repeat(6), 5));
        to.add(json("headers: Host of a stranger", SMALL, "Host: evil.example"));
        to.add(raw(
                "headers: another Host",
                POST.replace("localhost", "evil.example") + "Content-Length: 26\r\n\r\n" + SMALL,
                "",
                5));
        to.add(raw(
                "headers: no Host",
                POST.replace("Host: localhost\r\n", "") + "Content-Length: 26\r\n\r\n" + SMALL,
                "",
                5));
        to.add(json("headers: Origin of a stranger", SMALL, "Origin: https://evil.example"));
        to.add(json("headers: Origin null", SMALL, "Origin: null"));
        to.add(json("headers: Sec-Fetch-Site", SMALL, "Sec-Fetch-Site: cross-site"));
        to.add(raw(
                "headers: Accept nothing that is there",
                POST.replace("Accept: application/json", "Accept: image/png") + "Content-Length: 26\r\n\r\n" + SMALL,
                "",
                5));
        to.add(json("headers: Accept of 7,000 types", SMALL, "Accept: " + "a/b,".repeat(1_700) + "a/b"));
        to.add(json("headers: 200", SMALL, each(199, i -> "X-" + i + ": 1\r\n").replace("\n ", "\n") + "X-Last: 1"));
        to.add(json("headers: one of 9 kB", SMALL, "X-Long: " + "x".repeat(9_000)));
        to.add(json("headers: one of 900 kB", SMALL, "X-Long: " + "x".repeat(900_000)));
        to.add(json("headers: folded", SMALL, "X-A: b\r\n c"));
        to.add(json("headers: NUL", SMALL, "X-A: \0"));
        to.add(json("headers: both lengths", SMALL, "Transfer-Encoding: chunked"));
        to.add(json("headers: two lengths", SMALL, "Content-Length: 7"));
        to.add(json("headers: If-None-Match of 7 kB", SMALL, "If-None-Match: " + "\"x\",".repeat(1_700) + "\"y\""));
        to.add(line(
                "headers: HTTP/2 of old clients", "GET /graphql", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"));
        to.add(raw("lines: HTTP/9", "GET /graphql HTTP/9.9\r\nHost: localhost\r\n\r\n", "", 5));
        to.add(raw("lines: TLS", "\26\3\1\2\0\1\0", "", 5));
        to.add(raw("lines: nothing", "\r\n\r\n\r\n", "", 3));
    }

    private static String get(String document) {
        return "GET /graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8);
    }

    private static void addGets(List<HostileRequest> to) {
        String accept = "Accept: application/json";
        to.add(line("GET: a query of 7 kB", get("{ " + "__typename,".repeat(500) + " }"), accept));
        to.add(line("GET: a query of 20 kB", get("{ " + "__typename,".repeat(1_600) + " }"), accept));
        to.add(line("GET: a mutation", get("mutation { revokeApiKey(id: \"x\") }"), accept));
        to.add(line("GET: variables that are no JSON", get("{ __typename }") + "&variables=%7B", accept));
        to.add(line("GET: variables that are a list", get("{ __typename }") + "&variables=%5B%5D", accept));
        to.add(line("GET: extensions that are a number", get("{ __typename }") + "&extensions=7", accept));
        to.add(line("GET: 1,000 parameters", get("{ __typename }") + "&a=b".repeat(1_000), accept));
        to.add(line("GET: bad percent signs", "GET /graphql?query=%zz%", accept));
    }

    private static void addStreams(List<HostileRequest> to) {
        String events = "Accept: text/event-stream";
        to.add(json("SSE: a query", SMALL, events));
        to.add(line("SSE: a subscription to nothing", get("subscription { ingestRun(id: \"x\") { state } }"), events));
        to.add(line("SSE: a subscription without end", get("subscription { indexVersion }"), events)
                .within(3));
        to.add(line("SSE: two subscriptions", get("subscription { indexVersion a: indexVersion }"), events)
                .within(3));
        to.add(document("SSE: a subscription as a query", "subscription { indexVersion }"));
        String[] upgrade = {
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13"
        };
        String opening = "GET /graphql HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", upgrade) + "\r\n";
        String protocol = "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n";
        to.add(raw("WebSocket: no subprotocol", opening + "\r\n", "", 3));
        to.add(raw("WebSocket: no greeting", opening + protocol, "", 12));
        to.add(raw("WebSocket: no frames", opening + protocol + "GET / HTTP/1.1\r\n\r\n", "", 3));
        to.add(raw("WebSocket: of a stranger", opening + "Origin: https://evil.example\r\n" + protocol, "", 3));
        to.add(raw("WebSocket: version 99", opening.replace("Version: 13", "Version: 99") + protocol, "", 3));
        to.add(raw(
                "WebSocket: a frame of 2 to the power of 62",
                opening + protocol + "\1\177@\0\0\0\0\0\0\0\0\0\0\0",
                "",
                3));
    }

    private static void addPersisted(List<HostileRequest> to) {
        for (String hash : List.of(
                "\"" + "0".repeat(64) + "\"", "\"" + "x".repeat(90_000) + "\"", "7", "[]", "null", "{\"a\":{}}")) {
            String shown = hash.substring(0, Math.min(8, hash.length()));
            String extensions = "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":" + hash + "}}";
            to.add(json("persisted: hash " + shown + " alone", "{" + extensions + "}"));
            to.add(json(
                    "persisted: hash " + shown + " of another document",
                    "{\"query\":\"{ __typename }\"," + extensions + "}"));
        }
        to.add(json("persisted: extensions that are a list", "{\"query\":\"{ __typename }\",\"extensions\":[1]}"));
        to.add(json("persisted: an unknown id", "{\"id\":\"" + "x".repeat(50_000) + "\"}"));
    }

    private static void addPaths(List<HostileRequest> to) {
        for (String path : List.of(
                "/export/collaboration-network.json?q=" + "A".repeat(6_000),
                "/export/collaboration-network.gexf?q=e30.AAAA",
                "/export/none.none?q=x",
                "/export/..%2f..%2fetc.json?q=x",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/graphiql/..%5c..%5capplication.yaml",
                "/graphiql/%00",
                "/" + "a/".repeat(3_000),
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/metrics/" + "x".repeat(5_000),
                "/;x=y/graphql",
                "//graphql",
                "/graphql/")) {
            to.add(line("paths: " + path.substring(0, Math.min(40, path.length())), "GET " + path));
        }
    }

    private static void addMutations(List<HostileRequest> to) {
        to.add(document("mutations: without a key", "mutation { mineTopics(input: {}) { id } }"));
        to.add(document(
                "mutations: 400 without a key",
                "mutation { " + each(400, i -> "m" + i + ": revokeApiKey(id: \"x\")") + " }"));
        to.add(document(
                "mutations: keys and log without a key",
                "{ apiKeys { id } auditLog(first: 500) { nodes { action } } }"));
        for (int i = 1; i <= 12; i++) {
            to.add(json("mutations: wrong key " + i, SMALL, "Authorization: Bearer wrong-key-number-" + i));
        }
        to.add(json("mutations: a wrong key of 7 kB", SMALL, "Authorization: Bearer " + "k".repeat(7_000)));
    }
}
