package org.invisiblecollege.ingest.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.ingest.write.ImportTable.Column;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the CSV that Neo4j's importer reads. */
class ImportTableTests {

    private record Row(
            @Nullable String name,
            @Nullable Integer year,
            @Nullable List<String> aliases) {}

    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("name", "string", Row::name),
            new Column<>("year", "int", Row::year),
            new Column<>("aliases", "string[]", Row::aliases));

    @TempDir
    private Path folder;

    @Test
    void nodesHaveAColumnForEachProperty() throws IOException {
        try (ImportTable<Row> table = ImportTable.nodes(folder, "Thing", COLUMNS)) {
            assertThat(table.isNodes()).isTrue();
            assertThat(table.argument()).isEqualTo("Thing=" + folder.resolve("Thing.csv"));
            table.node(7, new Row("Ada", 2019, List.of("A", "B")));
        }
        assertThat(lines("Thing"))
                .containsExactly(":ID,name:string,year:int,aliases:string[]", "7,\"Ada\",2019,\"A\u001FB\"");
    }

    @Test
    void edgesBeginWithBothEnds() throws IOException {
        try (ImportTable<Row> table = ImportTable.edges(folder, "KNOWS", List.of())) {
            table.edge(3, 4, new Row(null, null, null));
        }
        assertThat(lines("KNOWS")).containsExactly(":START_ID,:END_ID", "3,4");
    }

    @Test
    void nullsAndEmptyListsAreEmptyFieldsButEmptyTextsAreQuoted() throws IOException {
        try (ImportTable<Row> table = ImportTable.nodes(folder, "Thing", COLUMNS)) {
            table.node(0, new Row(null, null, null));
            table.node(1, new Row("", 0, List.of()));
            table.node(2, new Row("x", 1, List.of("", "B")));
        }
        assertThat(lines("Thing").subList(1, 4)).containsExactly("0,,,", "1,\"\",0,", "2,\"x\",1,\"\u001FB\"");
    }

    @Test
    void quotesAreDoubledAndLineBreaksBecomeSpaces() throws IOException {
        try (ImportTable<Row> table = ImportTable.nodes(folder, "Thing", COLUMNS)) {
            table.node(0, new Row("On \"quoted\",\r\nand; other", null, null));
        }
        assertThat(lines("Thing")).contains("0,\"On \"\"quoted\"\",  and; other\",,");
    }

    private List<String> lines(String kind) throws IOException {
        return Files.readAllLines(folder.resolve(kind + ".csv"));
    }
}
