package org.invisiblecollege.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.invisiblecollege.TestNeo4j;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends documents to the service over HTTP, with a valid API key unless told otherwise. */
final class Client {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final int port;
    private final @Nullable String authorization;

    Client(int port) {
        this(port, "Bearer " + TestNeo4j.API_KEY);
    }

    /** @param authorization value of the header; null for none */
    Client(int port, @Nullable String authorization) {
        this.port = port;
        this.authorization = authorization;
    }

    /** Returns the whole response. */
    JsonNode send(String document) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("query", document))));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return json.readTree(
                    http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
