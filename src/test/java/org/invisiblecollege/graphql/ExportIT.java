package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A network of the bundled data as a file: Stephan Sportel with Ahmet Üstün and Arianna Bisazza, three pairs. */
@Neo4jTest
class ExportIT {

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    private JsonNode exported(String format) {
        JsonNode person = ask("{ authorsByName(name: \"Stephan Sportel\") { nodes { id } } }");
        String id = person.at("/data/authorsByName/nodes/0/id").asString();
        return ask("""
                { collaborationNetwork(input: {authors: ["%s"]}) {
                    export(format: %s) exportUrl(format: %s) } }""".formatted(id, format, format)).at("/data/collaborationNetwork");
    }

    private JsonNode ask(String document) {
        return new Client(port).send(document);
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Origin", "https://app.example.org")
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "VOSVIEWER_JSON, json, application/json",
        "GEXF, gexf, application/gexf+xml",
        "GRAPHML, graphml, application/graphml+xml",
        "CYTOSCAPE_JSON, cyjs, application/json",
        "CSV_EDGES, csv, text/csv;header=present;charset=UTF-8",
    })
    void theDownloadEqualsTheField(String format, String extension, String mediaType)
            throws IOException, InterruptedException {
        JsonNode exported = exported(format);
        assertThat(exported.at("/exportUrl").asString())
                .startsWith("http://127.0.0.1:" + port + "/export/collaboration-network." + extension + "?q=");
        HttpResponse<String> download = get(exported.at("/exportUrl").asString());
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo(exported.at("/export").asString()).contains("Üstün", "Arianna Bisazza");
        assertThat(download.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .startsWith(mediaType);
        assertThat(download.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"collaboration-network." + extension + "\"");
    }

    @Test
    void totalLinkStrengthsOfTopicsAreSumsOfTheLinksOfTheFile() {
        String file =
                ask("{ topicNeighbourhood(input: {maxNodes: 12, maxEdges: 20}) { export(format: VOSVIEWER_JSON) } }")
                        .at("/data/topicNeighbourhood/export")
                        .asString();
        JsonNode network = json.readTree(file).get("network");
        double[] sums = new double[network.get("items").size()];
        for (JsonNode link : network.get("links")) {
            sums[link.get("source_id").asInt() - 1] += link.get("strength").asDouble();
            sums[link.get("target_id").asInt() - 1] += link.get("strength").asDouble();
        }
        assertThat(sums).hasSize(12);
        for (JsonNode item : network.get("items")) {
            assertThat(item.at("/weights/Total link strength").asDouble())
                    .isEqualTo(sums[item.get("id").asInt() - 1])
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void vosViewerOnlineMayDownloadFromItsOwnOrigin() throws IOException, InterruptedException {
        HttpResponse<String> download =
                get(exported("VOSVIEWER_JSON").at("/exportUrl").asString());
        assertThat(download.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://app.example.org");
        assertThat(download.headers().firstValue("Access-Control-Allow-Credentials"))
                .hasValue("true");
        assertThat(String.join(", ", download.headers().allValues("Vary"))).containsIgnoringCase("origin");
        JsonNode network = json.readTree(download.body()).get("network");
        assertThat(network.get("items")).hasSize(3);
        assertThat(network.get("links")).hasSize(3);
        assertThat(network.at("/links/0/strength").asDouble()).isEqualTo(3.0);
    }

    @Test
    void aForgedLinkIsRefused() throws IOException, InterruptedException {
        String url = exported("GEXF").at("/exportUrl").asString();
        String other = url.substring(0, url.length() - 2) + (url.endsWith("AA") ? "BB" : "AA");
        assertThat(get(other).statusCode()).isEqualTo(400);
        assertThat(get(url.replace(".gexf?", ".exe?")).statusCode()).isEqualTo(404);
        assertThat(get(url.substring(0, url.indexOf("?q=") + 3) + "nonsense").body())
                .isEqualTo(
                        "{\"errors\":[{\"message\":\"The link was not made by this service, or its export key has changed;"
                                + " ask for exportUrl again.\","
                                + "\"extensions\":{\"code\":\"INVALID_ARGUMENT\"}}]}");
    }
}
