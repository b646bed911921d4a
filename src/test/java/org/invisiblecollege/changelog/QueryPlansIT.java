package org.invisiblecollege.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.LoadsInTests;
import org.invisiblecollege.OwnStore;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;

/** Checks the plan of every statement right after the first load into an empty graph. */
class QueryPlansIT {

    @Test
    @GivenData("data/openalex")
    void lookUpsByIdDoNotScanAWholeIndex() throws IOException, InterruptedException {
        Set<String> reading = new TreeSet<>();
        try (OwnStore store = new OwnStore();
                Stream<Path> files = Files.walk(Path.of("cypher"))) {
            store.bean(LoadsInTests.class)
                    .load(
                            "openalex",
                            GivenData.FOLDER.resolve("data/openalex/rkrug-openalexPro/005-pro_fetch_search_json"));
            List<Path> statements = files.filter(file -> file.toString().endsWith(".cypher"))
                    .filter(file -> !file.startsWith("cypher/migrations"))
                    .toList();
            assertThat(statements).hasSizeGreaterThan(100);
            try (var session = store.bean(Driver.class).session()) {
                for (Path file : statements) {
                    Plan plan = session.run("EXPLAIN " + Files.readString(file))
                            .consume()
                            .plan();
                    if (readsAnIndex(plan)) {
                        reading.add(file.toString());
                    }
                }
            }
        }
        // Both read all authors: one in the order of that index, one to know how common names are.
        assertThat(reading).containsExactly("cypher/indexsync/authors.cypher", "cypher/ingest/write/name-keys.cypher");
    }

    private static boolean readsAnIndex(Plan plan) {
        return plan.operatorType().contains("IndexScan")
                || plan.children().stream().anyMatch(QueryPlansIT::readsAnIndex);
    }
}
