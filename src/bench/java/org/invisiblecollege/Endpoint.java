package org.invisiblecollege;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One client of a GraphQL endpoint. */
public final class Endpoint {

    private final URI uri;
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    public Endpoint(URI uri) {
        this.uri = uri;
    }

    public URI uri() {
        return uri;
    }

    /** The text of an example operation. */
    public static String operation(String name) throws IOException {
        return Files.readString(Path.of("graphql/operations", name + ".graphql"));
    }

    /** A request's body. */
    public String body(String document, Map<String, Object> variables) {
        return json.writeValueAsString(Map.of("query", document, "variables", variables));
    }

    /** Sends a body and gives the answer, which has no errors. */
    public String post(String body) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200 || response.body().contains("\"errors\"")) {
            throw new IllegalStateException(response.body());
        }
        return response.body();
    }
}
