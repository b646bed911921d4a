package org.invisiblecollege.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Values;

class ParametersTests {

    private record Paper(
            String id, @Nullable Integer year, List<String> categories, First first, List<Mention> authors) {}

    private record First(String name) {}

    private record Mention(String name, double share) {}

    @Test
    void recordsWithinRecordsAndListsBecomeMaps() {
        Paper paper = new Paper(
                "paper:1",
                2019,
                List.of("cs.CL"),
                new First("Ada"),
                List.of(new Mention("Ada", 0.5), new Mention("Bo", 1)));
        assertThat(Parameters.of(paper))
                .isEqualTo(Map.of(
                        "id",
                        "paper:1",
                        "year",
                        2019,
                        "categories",
                        List.of("cs.CL"),
                        "first",
                        Map.of("name", "Ada"),
                        "authors",
                        List.of(Map.of("name", "Ada", "share", 0.5), Map.of("name", "Bo", "share", 1.0))));
    }

    @Test
    void aNullIsTheNullOfTheDriver() {
        assertThat(Parameters.of(new Paper("paper:1", null, List.of(), new First("Ada"), List.of())))
                .containsEntry("year", Values.NULL)
                .containsEntry("authors", List.of());
    }
}
