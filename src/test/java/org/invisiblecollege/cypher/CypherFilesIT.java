package org.invisiblecollege.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.ResultSummary;
import org.springframework.beans.factory.annotation.Autowired;

/** Checks the plan of every statement over the migrated graph with the bundled data. */
@Neo4jTest
class CypherFilesIT {

    @Autowired
    private Driver driver;

    @Test
    void noStatementNamesUnknownLabelsOrScansAllNodes() throws IOException {
        List<String> complaints = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("cypher"));
                var session = driver.session()) {
            List<Path> statements = files.filter(file -> file.toString().endsWith(".cypher"))
                    .filter(file -> !file.startsWith(Path.of("cypher/migrations")))
                    .sorted()
                    .toList();
            assertThat(statements).isNotEmpty();
            for (Path file : statements) {
                String text = Files.readString(file);
                ResultSummary summary = session.run("EXPLAIN " + text).consume();
                for (String operator : operators(summary.plan(), new ArrayList<>())) {
                    boolean costly = operator.startsWith("AllNodesScan") || operator.startsWith("CartesianProduct");
                    String name = operator.replaceFirst("@.*", "");
                    if (costly && !text.contains("// allow: " + name + " because ")) {
                        complaints.add(file + ": " + name);
                    }
                }
                summary.gqlStatusObjects().stream()
                        .filter(status -> status.gqlStatus().matches("01N5[0-2]"))
                        .forEach(status -> complaints.add(file + ": " + status.statusDescription()));
            }
        }
        assertThat(complaints).isEmpty();
    }

    private static List<String> operators(Plan plan, List<String> found) {
        found.add(plan.operatorType());
        plan.children().forEach(child -> operators(child, found));
        return found;
    }
}
