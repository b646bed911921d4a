package org.invisiblecollege;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources look like: names, sizes, limits. The glossary and ADR 17 say why. */
class SourcesTests {

    private static final int MAX_LINES = 400;
    private static final Pattern CONSTANT = Pattern.compile("static final [\\w<>\\[\\]., ]+ ([A-Z][A-Z0-9_]*) =");
    /** Words for a limit other than MAX and MIN, at the beginning of a constant's name or as all of it. */
    private static final Pattern OTHER_LIMIT = Pattern.compile(
            "(?:MOST|LEAST|FEWEST|LONGEST|SHORTEST|LARGEST|SMALLEST|DEEPEST|HIGHEST|LOWEST|GREATEST|FARTHEST|BIGGEST|LIMIT)(?:_.*)?"
                    + "|.*_(?:LIMIT|AT_MOST|AT_LEAST)");

    @Test
    void noTwoTopLevelTypesShareASimpleName() {
        Map<String, List<Path>> named = sources("src/main/java", "src/bench/java", "src/test/java")
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(
                        file -> String.valueOf(file.getFileName()), TreeMap::new, Collectors.toList()));

        assertThat(named)
                .isNotEmpty()
                .allSatisfy((name, files) -> assertThat(files).as(name).hasSize(1));
    }

    @Test
    void noTypeIsLongerThanFourHundredLinesWithoutAReason() {
        assertThat(sources("src/main/java")
                        .filter(file -> read(file).lines().count() > MAX_LINES)
                        .filter(file -> !read(file).contains("Longer than " + MAX_LINES + " lines because")))
                .isEmpty();
    }

    @Test
    void limitsAreCalledMaxOrMin() {
        assertThat(sources("src/main/java")
                        .flatMap(file -> CONSTANT.matcher(read(file))
                                .results()
                                .map((MatchResult constant) -> constant.group(1))
                                .filter(name -> OTHER_LIMIT.matcher(name).matches())
                                .map(name -> file.getFileName() + ": " + name)))
                .isEmpty();
    }

    private static Stream<Path> sources(String... roots) {
        return Stream.of(roots).flatMap(root -> {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
