package org.invisiblecollege.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.invisiblecollege.index.PaperTable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GraphPropertiesTests {

    private static GraphProperties bind(Map<String, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("college.graph", GraphProperties.class);
    }

    @Test
    void storedEdgesAndTheSchemaHaveTheSameDefault() throws IOException {
        assertThat(PaperTable.MAX_LINKED_AUTHORS).isEqualTo(100);
        assertThat(bind(Map.of()).maxAuthorsPerPaper()).isEqualTo(100);
        for (String schema : new String[] {"author", "collaboration"}) {
            assertThat(Pattern.compile("maxAuthorsPerPaper: Int = (\\d+)")
                            .matcher(Files.readString(Path.of("graphql", schema + ".graphqls")))
                            .results()
                            .map((MatchResult result) -> result.group(1)))
                    .isNotEmpty()
                    .containsOnly("100");
        }
    }

    @Test
    void aLimitThatLeavesNoPairIsRefused() {
        assertThat(bind(Map.of("college.graph.max-authors-per-paper", "2")).maxAuthorsPerPaper())
                .isEqualTo(2);
        assertThatThrownBy(() -> bind(Map.of("college.graph.max-authors-per-paper", "1")))
                .hasRootCauseMessage("college.graph.max-authors-per-paper must be at least 2, was 1");
    }
}
