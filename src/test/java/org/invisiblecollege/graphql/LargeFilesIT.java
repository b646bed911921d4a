package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.graphql.limit.LargeAnswers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of about 20 MB: 3,600 authors, sixty on each of sixty papers, with 100,000 of their 106,200 edges. */
@Neo4jTest
class LargeFilesIT {

    private static final String INPUT = "collaborationNetwork(input: {within: {categories: [\"large\"]}, maxNodes: %d,"
            + " maxEdges: %d, maxAuthorsPerPaper: null})";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @Autowired
    private Driver driver;

    @Autowired
    private IndexInTests index;

    @Autowired
    private LargeAnswers largeAnswers;

    @LocalServerPort
    private int port;

    @BeforeEach
    void draw() {
        driver.executableQuery("""
                UNWIND range(1, 60) AS number
                CREATE (p:Test:Paper {id: 'paper:test:' + number, title: 'Paper ' + number, titleKey: 'paper ' + number,
                  year: 2020, publishedOn: '2020', categories: ['large'], isRetracted: false, authorsComplete: true})
                WITH p, number
                UNWIND range(1, 60) AS place
                WITH p, place, number + ' ' + place AS name
                CREATE (a:Test:Author {id: 'author:test:' + name, name: name, nameKey: name, nameKeys: [name], variants: [name]})
                CREATE (p)-[:AUTHORED_BY {position: place}]->(a)
                """).execute();
        index.readAnew();
    }

    @AfterEach
    void erase() {
        driver.executableQuery("MATCH (n:Test) DETACH DELETE n").execute();
        index.readAnew();
    }

    private JsonNode ask(String document) {
        return new Client(port).send(document);
    }

    private String link(int maxNodes, int maxEdges, String format) {
        return ask("{ %s { exportUrl(format: %s) } }".formatted(INPUT.formatted(maxNodes, maxEdges), format))
                .at("/data/collaborationNetwork/exportUrl")
                .asString();
    }

    private HttpResponse<String> get(String link) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString());
    }

    @Test
    void largeFilesHaveCommunitiesAndStateThatPositionsAreOmitted() throws IOException, InterruptedException {
        JsonNode file =
                json.readTree(get(link(5_000, 100_000, "VOSVIEWER_JSON")).body());
        assertThat(file.at("/network/items")).hasSize(3_600).allMatch(item -> item.has("cluster") && !item.has("x"));
        assertThat(file.at("/network/links")).hasSize(100_000);
        assertThat(file.at("/network/clusters")).hasSize(60);
        assertThat(file.at("/info/description").asString())
                .endsWith(" Positions are omitted, since the layout of more than 1000 nodes takes too long;"
                        + " communities are those of all 3600.");
        JsonNode small = json.readTree(get(link(30, 100, "VOSVIEWER_JSON")).body());
        assertThat(small.at("/network/items")).hasSize(30).allMatch(item -> item.has("cluster") && item.has("x"));
        assertThat(small.at("/info/description").asString()).doesNotContain("ositions");
    }

    /** By the weights of the estimate: walk 20,000, choice 20,200, values 202,666, communities 101,000, positions 120,000. */
    @Test
    void aFileThatCostsMoreThanAStrangerMayAskForIsRefused() throws IOException, InterruptedException {
        HttpResponse<String> refused = get(link(1_000, 100_000, "GEXF"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json.readTree(refused.body())).isEqualTo(json.readTree("""
                        {"errors": [{"message": "Cost of the file: 463866 were asked for and 400000 are allowed; ask for less, or raise college.graphql.max-cost.reader.",
                          "extensions": {"code": "LIMIT_EXCEEDED", "limit": "Cost of the file", "asked": 463866, "allowed": 400000,
                            "setting": "college.graphql.max-cost.reader"}}]}"""));
    }

    @Test
    void largeFilesWaitForAPermitAndAreRefusedWithoutOne() throws IOException, InterruptedException {
        String large = link(5_000, 100_000, "CSV_EDGES");
        String small = link(30, 100, "CSV_EDGES");
        LargeAnswers.Permit permit = largeAnswers.acquire();
        try {
            CompletableFuture<HttpResponse<String>> file =
                    http.sendAsync(HttpRequest.newBuilder(URI.create(large)).build(), BodyHandlers.ofString());
            JsonNode answer =
                    ask("{ %s { nodes { depth } edges { weight } } }".formatted(INPUT.formatted(5_000, 100_000)));
            assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BUSY");
            assertThat(file.join().statusCode()).isEqualTo(503);
            assertThat(file.join().headers().firstValue("Retry-After")).hasValue("10");
            assertThat(json.readTree(file.join().body())).isEqualTo(json.readTree("""
                            {"errors": [{"message": "Other large answers are being computed; ask again in a moment, or ask for less.",
                              "extensions": {"code": "BUSY"}}]}"""));
            assertThat(get(small).statusCode()).isEqualTo(200);
        } finally {
            permit.close();
        }
        assertThat(get(large).body().lines()).hasSize(1 + 100_000);
    }

    /** The others could not wait for a permit that is not released; an answer waits ten seconds for one. */
    @Test
    void aLargeFileReleasesItsPermitWhenTheClientDisconnects() throws IOException, InterruptedException {
        URI link = URI.create(link(5_000, 100_000, "GEXF"));
        for (int client = 0; client < 3; client++) {
            try (Socket socket = new Socket()) {
                socket.setReceiveBufferSize(4_096);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                socket.setSoLinger(true, 0);
                socket.getOutputStream()
                        .write("GET %s?%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
                                .formatted(link.getRawPath(), link.getRawQuery(), port)
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(1_000), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 200");
            }
            largeAnswers.acquire().close();
        }
    }
}
