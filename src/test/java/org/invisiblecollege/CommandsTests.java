package org.invisiblecollege;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.invisiblecollege.ingest.command.IngestCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

class CommandsTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static final List<Arguments> ERRORS = List.of(
            Arguments.of(
                    (Supplier<Error>) () -> new OutOfMemoryError("Java heap space"),
                    "FAILED: Not enough memory: Java heap space, give more with -Xmx, such as -Xmx4g."),
            Arguments.of(
                    (Supplier<Error>) StackOverflowError::new,
                    "FAILED: The stack overflowed, perhaps because the source is nested too deeply; give more with"
                            + " -Xss, such as -Xss16m."),
            Arguments.of(
                    (Supplier<Error>) () -> new AssertionError("two rows for one paper"),
                    "FAILED: Internal error, please report it: java.lang.AssertionError: two rows for one paper"),
            Arguments.of(
                    (Supplier<Error>) () -> new ExceptionInInitializerError(new IllegalStateException("no table")),
                    "FAILED: Internal error, please report it: java.lang.ExceptionInInitializerError, caused by"
                            + " java.lang.IllegalStateException: no table"));

    /** A program whose every part throws. */
    private record FailingProgram(Supplier<? extends Error> failure) implements IngestCommand.Program {

        @Override
        public Environment environment(List<String> properties) {
            throw failure.get();
        }

        @Override
        public ConfigurableApplicationContext start(List<String> properties) {
            throw failure.get();
        }

        @Override
        public IngestCommand.Store store(Path directory) {
            throw failure.get();
        }
    }

    private Commands commands(Supplier<? extends Error> failure, boolean isStopping) {
        Commands commands = new Commands(new FailingProgram(failure), () -> isStopping);
        commands.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands;
    }

    private Commands commands() {
        return commands(AssertionError::new, false);
    }

    @Test
    void servesWithoutArguments() {
        Commands commands = commands();
        assertThat(commands.execute()).isZero();
        assertThat(commands.requestedService()).contains(List.of());
    }

    @Test
    void servesWithPropertiesWhetherOrNotTheCommandIsNamed() {
        for (String[] arguments : new String[][] {
            {"--server.port=8081", "--college.seeds=off"}, {"serve", "--server.port=8081", "--college.seeds=off"}
        }) {
            Commands commands = commands();
            assertThat(commands.execute(arguments)).isZero();
            assertThat(commands.requestedService()).contains(List.of("--server.port=8081", "--college.seeds=off"));
        }
    }

    @Test
    void refusesAWordThatIsNoPropertyOfTheService() {
        Commands commands = commands();
        assertThat(commands.execute("serve", "papers.bib")).isEqualTo(2);
        assertThat(err.toString().lines())
                .startsWith("serve takes properties such as --server.port=8081, not papers.bib.");
        assertThat(commands.requestedService()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("UNKNOWN")
    void refusesAnUnknownCommand(List<String> arguments) {
        Commands commands = commands();
        assertThat(commands.execute(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("There is no command imgest. The commands are serve, ingest, generate, convert-pages,"
                        + " convert-anthology; see --help.");
        assertThat(commands.requestedService()).isEmpty();
    }

    static final List<List<String>> UNKNOWN =
            List.of(List.of("imgest"), List.of("imgest", "bibtex", "papers.bib"), List.of("imgest", "--server.port=1"));

    @Test
    void helpListsEachCommandInOneLineAndTheDefault() {
        Commands commands = commands();
        assertThat(commands.execute("--help")).isZero();
        assertThat(out.toString().lines().map(String::stripTrailing))
                .containsExactly(
                        "Usage: invisible-college [-hV] [COMMAND]",
                        "A knowledge graph of scholarship in Neo4j, asked through GraphQL.",
                        "Without a command it serves.",
                        "  -h, --help      Show this help message and exit.",
                        "  -V, --version   Print version information and exit.",
                        "",
                        "Commands:",
                        "  serve              Serve GraphQL, GraphiQL and a start page; the default.",
                        "  ingest             Load bibliographies into the graph.",
                        "  generate           Write a synthetic bibliography as OpenAlex works, one per",
                        "                       line.",
                        "  convert-pages      Turn saved page texts into seed files without their text.",
                        "  convert-anthology  Turn an ACL Anthology into seed files without abstracts.");
        assertThat(commands.requestedService()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void eachCommandHasHelpOfItsOwn(String command) {
        Commands commands = commands();
        assertThat(commands.execute(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: invisible-college " + command + " ");
        assertThat(commands.requestedService()).isEmpty();
    }

    static final List<String> COMMANDS = List.of("serve", "ingest", "generate", "convert-pages", "convert-anthology");

    /** Classes outside a jar have no version. */
    @Test
    void versionIsNameAndVersion() {
        assertThat(commands().execute("--version")).isZero();
        assertThat(out.toString().lines()).containsExactly("invisible-college development");
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void anErrorEndsALoadWithExitCodeOneAndWords(Supplier<Error> error, String message, @TempDir Path folder)
            throws IOException {
        Path library = Files.writeString(folder.resolve("one.bib"), "@article{one, title = {One}, year = 2020}");
        assertThat(commands(error, false).execute("ingest", "bibtex", library.toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly(message, "Give the same command again to go on.");
    }

    @Test
    void aFailureAfterCtrlCIsNoFailure(@TempDir Path folder) throws IOException {
        Path library = Files.writeString(folder.resolve("one.bib"), "@article{one, title = {One}, year = 2020}");
        commands(AssertionError::new, true).execute("ingest", "bibtex", library.toString());
        assertThat(err.toString().lines()).containsExactly("Stopped.", "Give the same command again to go on.");
    }

    @Test
    void onlyALoadGoesOnWhenItsCommandIsGivenAgain(@TempDir Path folder) {
        Path missing = folder.resolve("missing");
        assertThat(commands().execute("convert-pages", missing.toString(), folder.toString(), "--year=2026"))
                .isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("FAILED: Cannot use missing: it does not exist.");
    }

    @Test
    void requestedServiceIsEmptyBeforeACommandIsRead() {
        assertThat(commands().requestedService()).isEqualTo(Optional.empty());
    }
}
