package org.invisiblecollege.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that each statement is documented and run by one class of its room. */
class CypherFilesTests {

    private static final Path CYPHER = Path.of("cypher");
    private static final Path SOURCES = Path.of("src/main/java/org/invisiblecollege");

    @Test
    void everyFileIsRunByExactlyOneClassOfItsRoom() throws IOException {
        Map<String, List<String>> owners = new TreeMap<>();
        for (Path file : statements()) {
            String room = String.valueOf(CYPHER.relativize(file).getParent());
            String name = String.valueOf(file.getFileName()).replace(".cypher", "");
            Pattern use = Pattern.compile("(?:CypherFile\\.of\\(\\s*\\w+\\.class,|file\\()\\s*\"" + name + "\"\\)");
            try (Stream<Path> classes = Files.list(SOURCES.resolve(room))) {
                owners.put(
                        room + "/" + name,
                        classes.filter(source -> source.toString().endsWith(".java"))
                                .filter(source -> use.matcher(read(source)).find())
                                .map(source -> String.valueOf(source.getFileName()))
                                .toList());
            }
        }
        assertThat(owners)
                .isNotEmpty()
                .allSatisfy((statement, classes) -> assertThat(classes).hasSize(1));
    }

    @Test
    void everyFileDocumentsItsPurposeParametersAndRows() throws IOException {
        for (Path file : statements()) {
            String text = read(file);
            assertThat(text).as("%s", file).startsWith("// ");
            boolean writes = Pattern.compile("\\b(?:CREATE|MERGE|SET|DELETE)\\b")
                    .matcher(text.replaceAll("(?m)^//.*$", ""))
                    .find();
            if (!writes) {
                assertThat(text).as("%s", file).contains("\n// returns: ");
            }
            Pattern.compile("\\$(\\w+)")
                    .matcher(text.replaceAll("(?m)^//.*$", ""))
                    .results()
                    .map(parameter -> parameter.group(1))
                    .distinct()
                    .forEach(parameter -> assertThat(text.lines()
                                    .filter(line -> line.startsWith("//"))
                                    .toList())
                            .as("%s: head comment names $%s", file, parameter)
                            .anyMatch(line -> line.contains("$" + parameter)));
        }
    }

    private static List<Path> statements() throws IOException {
        try (Stream<Path> files = Files.walk(CYPHER)) {
            return files.filter(file -> file.toString().endsWith(".cypher"))
                    .filter(file -> !file.startsWith(CYPHER.resolve("migrations")))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
