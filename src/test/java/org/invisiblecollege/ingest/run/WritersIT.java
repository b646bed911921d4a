package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.GraphContents;
import org.invisiblecollege.InvisibleCollege;
import org.invisiblecollege.TestNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The command, as a user gives it, with either writer: the same records make the same graph. */
@Timeout(300)
class WritersIT {

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
        assertThat(bulk).isEqualTo(transactional);
        // 36 references inside the set, two of them from a work to itself; counted with a script over the files.
        assertThat(bulk).filteredOn(line -> line.matches("paper:\\S+ CITES .*")).hasSize(36);
        assertThat(bulk).filteredOn(line -> line.startsWith("[Paper]")).hasSize(295);
    }

    @Test
    void bothWritersCreateTheSameGraphFromRecordsWithoutIds(@TempDir Path folder) throws Exception {
        Path library = Files.writeString(folder.resolve("library.bib"), BIBTEX);
        List<String> bulk = load("bulk", "bibtex", library.toString());
        assertThat(bulk).isEqualTo(load("transactional", "bibtex", library.toString()));
        assertThat(bulk).filteredOn(line -> line.startsWith("[Author]")).hasSize(3);
        assertThat(bulk)
                .filteredOn(line -> line.startsWith("[IdentityDecision]"))
                .hasSize(1);
        assertThat(bulk).filteredOn(line -> line.contains(" CO_AUTHOR ")).hasSize(1);
    }

    private static List<String> load(String writer, String format, String path) throws Exception {
        Path store = TestNeo4j.freshDirectory();
        Path log = store.resolveSibling(store.getFileName() + ".log");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
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
                        "--college.ingest.reports=" + store.resolve("rejections"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(log)).isZero();
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(InvisibleCollege.class)
                .web(WebApplicationType.NONE)
                .properties("college.seeds=off")
                .run("--college.embedded.directory=" + store)) {
            return GraphContents.of(application.getBean(Driver.class));
        }
    }
}
