package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.GraphContents;
import org.invisiblecollege.InvisibleCollege;
import org.invisiblecollege.TestNeo4j;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.embedded.EmbeddedNeo4j;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.SnapshotFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The command, as a user gives it, with either writer: the same records make the same graph. */
@Timeout(300)
class WritersIT {

    private static final long PAGE_CACHE = 16 << 20;

    private static final Path OPENALEX = GivenData.FOLDER.resolve("data/openalex");

    /** Two spellings of one person, a person at two places, a name twice on one paper, quotes and line breaks. */
    private static final String BIBTEX = """
            @article{one, title = {On "quoted", and; other things}, author = {Ada Ágnes and Bo Bee and Ada Ágnes}, year = 2019}
            @article{two, title = {Of mixtures of experts}, author = {Ada Agnes and Bo Bee}, year = 2020,
              keywords = {sparse models, routing}, abstract = {A sparse mixture of experts
              over two lines of text is what we study.}}
            @article{three, title = {Of mixtures of experts}, author = {Cy Dee}}
            """;

    @Test
    @GivenData("data/openalex")
    void bothWritersCreateTheSameGraphFromOpenAlex() throws Exception {
        List<String> bulk = load("bulk", "openalex", OPENALEX.toString());
        List<String> transactional = load("transactional", "openalex", OPENALEX.toString());
        assertThat(bulk).containsExactlyElementsOf(transactional);
        // 36 references inside the set, two of them from a work to itself; counted with a script over the files.
        assertThat(bulk).filteredOn(line -> line.matches("paper:\\S+ CITES .*")).hasSize(36);
        assertThat(bulk).filteredOn(line -> line.startsWith("[Paper]")).hasSize(295);
    }

    @Test
    void bothWritersCreateTheSameGraphFromRecordsWithoutIds(@TempDir Path folder) throws Exception {
        Path library = Files.writeString(folder.resolve("library.bib"), BIBTEX);
        List<String> bulk = load("bulk", "bibtex", library.toString());
        assertThat(bulk).containsExactlyElementsOf(load("transactional", "bibtex", library.toString()));
        assertThat(bulk).filteredOn(line -> line.startsWith("[Author]")).hasSize(3);
        assertThat(bulk)
                .filteredOn(line -> line.startsWith("[IdentityDecision]"))
                .hasSize(1);
        assertThat(bulk).filteredOn(line -> line.contains(" CO_AUTHOR ")).hasSize(1);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aBulkLoadLeavesTheIndexForTheFirstStart(@TempDir Path folder, CapturedOutput output) throws Exception {
        Path library = Files.writeString(folder.resolve("library.bib"), BIBTEX);
        Path store = TestNeo4j.freshDirectory();
        assertThat(load("bulk", "bibtex", library.toString(), store))
                .containsPattern("DONE: library.bib, 3 records in [0-9.]+ s\n(?s:.*)Index written in [0-9.]+ s\n");
        IndexSnapshot written = SnapshotFile.read(store.resolve("incidence.index"));
        // The import, and the ranks of those who may be one person.
        assertThat(written.version()).isEqualTo(2);
        assertThat(written.papers().count()).isEqualTo(3);
        assertThat(written.authors().count()).isEqualTo(3);
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(InvisibleCollege.class)
                .properties("college.seeds=off")
                .run("--server.port=0", "--college.embedded.directory=" + store)) {
            assertThat(service.getBean(VersionedGraph.class).current()).isEqualTo(2);
            assertThat(service.getBean(LiveIndex.class).await(2, Duration.ofMinutes(2)))
                    .isTrue();
        }
        assertThat(output)
                .contains("Index of 3 papers and 3 authors, 0 MB, read from its snapshot")
                .doesNotContain("read from the graph");
    }

    @Test
    void aBulkLoadWhoseIndexCannotBeWrittenIsDone(@TempDir Path folder) throws Exception {
        Path library = Files.writeString(folder.resolve("library.bib"), BIBTEX);
        assertThat(load(
                        "bulk",
                        "bibtex",
                        library.toString(),
                        TestNeo4j.freshDirectory(),
                        "--college.index.snapshot=" + library.resolve("some.index")))
                .contains("DONE: library.bib, 3 records")
                .contains("The index was not written; the first start will read the graph. Cannot use library.bib");
    }

    private static List<String> load(String writer, String format, String path) throws Exception {
        Path store = writer.equals("bulk") ? TestNeo4j.freshDirectory() : TestNeo4j.emptyStore();
        load(writer, format, path, store);
        try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(store, 0, PAGE_CACHE);
                Driver driver =
                        GraphDatabase.driver(neo4j.uri(), AuthTokens.basic(EmbeddedNeo4j.USER, neo4j.password()))) {
            return GraphContents.of(driver);
        }
    }

    /** Runs the command, which must succeed, and returns what it prints. */
    private static String load(String writer, String format, String path, Path store, String... properties)
            throws Exception {
        Path log = store.resolveSibling(store.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A process that lives for seconds is faster without its second compiler.
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                InvisibleCollege.class.getName(),
                "ingest",
                format,
                path,
                "--writer=" + writer,
                "--college.embedded.directory=" + store,
                "--college.ingest.reports=" + store.resolve("rejections")));
        command.addAll(List.of(properties));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String printed = Files.readString(log);
        assertThat(exit).as(printed).isZero();
        return printed;
    }
}
