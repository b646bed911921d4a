package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The schema as one file, from which clients generate code, is the one that is served. */
@Neo4jTest
class ClientSchemaIT {

    private static final Path FILE = Path.of("src/docs/schema.graphqls");

    @LocalServerPort
    private int port;

    /** A change of the schema shows in this file, and one that breaks clients is named. */
    @Test
    void theFileHasTheServedSchema() throws Exception {
        String served = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql/schema"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Path proposed = Files.writeString(Path.of("target", "schema.graphqls"), served);
        String kept = Files.readString(FILE);
        assertThat(breaking(kept, served))
                .as(
                        "changes that break clients; deprecate instead, or copy %s to %s and say so in the changelog",
                        proposed, FILE)
                .isEmpty();
        assertThat(served)
                .as("the served schema; if the change is meant, copy %s to %s", proposed, FILE)
                .isEqualTo(kept);
    }

    @Test
    void aChangeThatBreaksClientsIsNamed() {
        String before = "type Query { a(x: Int): String b: String! }";
        assertThat(breaking(before, "type Query { a(x: Int): String b: String! c: Int }"))
                .isEmpty();
        assertThat(breaking(before, "type Query { b: String! }")).isNotEmpty();
        assertThat(breaking(before, "type Query { a(x: Int): String b: String }"))
                .isNotEmpty();
        assertThat(breaking(before, "type Query { a(x: Int, y: Int!): String b: String! }"))
                .isNotEmpty();
    }

    private static List<String> breaking(String before, String after) {
        CapturingReporter report = new CapturingReporter();
        new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(schema(before), schema(after)), report);
        return Stream.concat(report.getBreakages().stream(), report.getDangers().stream())
                .map(DiffEvent::getReasonMsg)
                .toList();
    }

    private static GraphQLSchema schema(String text) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
    }
}
