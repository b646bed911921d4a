package org.invisiblecollege;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The walls between the rooms. src/docs/architecture.md shows the same table. */
@AnalyzeClasses(packages = "org.invisiblecollege", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String BASE = "org.invisiblecollege.";
    private static final Path ROOT = Path.of("src/main/java/org/invisiblecollege");

    /**
     * The rooms that each room may know. A name ending in {@code .*} stands for each room below it; those never know each
     * other unless a row says so.
     */
    private static final Map<String, List<String>> MAY_KNOW = new TreeMap<>(Map.ofEntries(
            Map.entry("kernel", List.of()),
            Map.entry("text", List.of()),
            Map.entry("export", List.of()),
            Map.entry("http", List.of("access", "kernel")),
            Map.entry("synthetic", List.of()),
            Map.entry("embedded", List.of("cypher", "index", "indexsync", "kernel", "topic")),
            Map.entry("cypher", List.of("kernel")),
            Map.entry("access", List.of("cypher", "kernel")),
            Map.entry("explorer", List.of("access")),
            Map.entry("externalid", List.of("cypher")),
            Map.entry("changelog", List.of("cypher")),
            Map.entry("summary", List.of("cypher", "kernel")),
            Map.entry("provenance", List.of("cypher")),
            Map.entry("topic", List.of("cypher", "kernel", "text")),
            Map.entry("selection", List.of("kernel", "topic")),
            Map.entry("paper", List.of("cypher", "externalid", "index", "kernel", "selection", "text", "topic")),
            Map.entry("index", List.of("kernel", "selection", "text", "topic")),
            Map.entry("indexsync", List.of("changelog", "cypher", "index", "topic")),
            Map.entry("author", List.of("cypher", "disambiguation", "externalid", "index", "kernel", "text")),
            Map.entry("organisation", List.of("cypher", "index", "kernel")),
            Map.entry("venue", List.of("cypher", "index", "kernel")),
            Map.entry("search", List.of("cypher", "index", "kernel", "text")),
            Map.entry("disambiguation", List.of("text")),
            Map.entry("network", List.of("index", "kernel", "selection")),
            Map.entry("collaboration", List.of("bibliometrics", "index", "kernel", "network", "selection")),
            Map.entry("bibliometrics", List.of("index", "kernel", "network", "selection", "topic", "topicnetwork")),
            Map.entry("topicnetwork", List.of("index", "kernel", "network", "selection", "topic")),
            Map.entry("curation", List.of("author", "changelog", "cypher", "kernel", "text")),
            Map.entry("ingest.record", List.of("kernel", "text", "topic")),
            Map.entry("ingest.read", List.of("ingest.record", "kernel", "text")),
            Map.entry("ingest.source.*", List.of("ingest.read", "ingest.record", "kernel", "text", "topic")),
            Map.entry("ingest.detect", List.of("ingest.read", "ingest.record", "ingest.source.*")),
            Map.entry(
                    "ingest.topics",
                    List.of("cypher", "ingest.record", "ingest.source.seeds", "ingest.source.skos", "topic")),
            Map.entry("ingest.resolve", List.of("cypher", "disambiguation", "ingest.record", "kernel", "text")),
            Map.entry(
                    "ingest.write",
                    List.of(
                            "author",
                            "changelog",
                            "cypher",
                            "disambiguation",
                            "ingest.record",
                            "ingest.resolve",
                            "ingest.topics",
                            "text",
                            "topic")),
            Map.entry(
                    "ingest.run",
                    List.of(
                            "author",
                            "changelog",
                            "cypher",
                            "disambiguation",
                            "ingest.record",
                            "ingest.resolve",
                            "ingest.topics",
                            "ingest.write",
                            "kernel",
                            "topic")),
            Map.entry(
                    "ingest.jobs",
                    List.of("ingest.detect", "ingest.record", "ingest.run", "ingest.source.seeds", "kernel")),
            Map.entry(
                    "ingest.command",
                    List.of(
                            "indexsync",
                            "ingest.detect",
                            "ingest.record",
                            "ingest.run",
                            "ingest.source.pagetext",
                            "ingest.source.seeds",
                            "ingest.topics",
                            "kernel",
                            "topic")),
            Map.entry(
                    "mining",
                    List.of("changelog", "cypher", "ingest.record", "ingest.topics", "kernel", "text", "topic")),
            Map.entry(
                    "graphql",
                    List.of(
                            "bibliometrics",
                            "collaboration",
                            "graphql.batch",
                            "graphql.limit",
                            "index",
                            "paper",
                            "topicnetwork")),
            Map.entry(
                    "graphql.batch",
                    List.of(
                            "author",
                            "externalid",
                            "index",
                            "kernel",
                            "network",
                            "organisation",
                            "selection",
                            "topic",
                            "venue")),
            Map.entry("graphql.cursor", List.of("kernel")),
            Map.entry("graphql.limit", List.of("access", "graphql.error", "http", "kernel", "network")),
            Map.entry("graphql.access", List.of("access", "graphql.cursor", "graphql.error", "http", "kernel")),
            Map.entry(
                    "graphql.transport",
                    List.of("access", "graphql.error", "graphql.limit", "http", "index", "kernel")),
            Map.entry("graphql.error", List.of("kernel")),
            Map.entry(
                    "graphql.author",
                    List.of(
                            "author",
                            "bibliometrics",
                            "collaboration",
                            "graphql.batch",
                            "graphql.cursor",
                            "kernel",
                            "network",
                            "organisation",
                            "paper",
                            "provenance",
                            "selection",
                            "topic")),
            Map.entry(
                    "graphql.entity",
                    List.of(
                            "author",
                            "bibliometrics",
                            "collaboration",
                            "graphql.batch",
                            "graphql.cursor",
                            "index",
                            "ingest.run",
                            "kernel",
                            "network",
                            "organisation",
                            "paper",
                            "provenance",
                            "search",
                            "selection",
                            "summary",
                            "topic",
                            "topicnetwork",
                            "venue")),
            Map.entry(
                    "graphql.network",
                    List.of(
                            "author",
                            "collaboration",
                            "export",
                            "graphql.batch",
                            "graphql.cursor",
                            "graphql.limit",
                            "index",
                            "kernel",
                            "network",
                            "organisation",
                            "paper",
                            "topic",
                            "topicnetwork")),
            Map.entry(
                    "graphql.change",
                    List.of(
                            "author",
                            "changelog",
                            "curation",
                            "externalid",
                            "graphql.batch",
                            "graphql.cursor",
                            "graphql.limit",
                            "index",
                            "ingest.jobs",
                            "ingest.record",
                            "ingest.run",
                            "kernel",
                            "mining",
                            "topic"))));

    @ArchTest
    static final ArchRule ROOMS_KNOW_ONLY_WHOM_THEY_MAY = classes()
            .that()
            .resideInAPackage(BASE + "*..")
            .should(new ArchCondition<>("know only the rooms of the table") {
                @Override
                public void check(JavaClass from, ConditionEvents events) {
                    String room = room(from);
                    List<String> allowed = MAY_KNOW.getOrDefault(row(room), List.of());
                    from.getDirectDependenciesFromSelf().forEach(dependency -> {
                        String target = room(dependency.getTargetClass());
                        boolean fine = target.isEmpty()
                                || target.equals(room)
                                || allowed.contains(target)
                                || (target.contains(".") && allowed.contains(family(target)));
                        if (!fine) {
                            events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                        }
                    });
                }
            })
            .because("one room can then be changed without reading the others");

    @ArchTest
    static final ArchRule ROOMS_MAKE_NO_CYCLES =
            slices().matching(BASE + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_EMBEDDED_KNOWS_THE_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "embedded..")
            .should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are Neo4j's server classes",
                    (JavaClass type) -> type.getPackageName().startsWith("org.neo4j.")
                            && !type.getPackageName().startsWith("org.neo4j.driver")))
            .because("the server is GPL-3.0 and an optional dependency");

    @ArchTest
    static final ArchRule ONLY_GRAPHQL_KNOWS_GRAPHQL = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "graphql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("graphql..", "org.springframework.graphql..", "org.dataloader..")
            .because("what the graph answers does not depend on how it is asked");

    @ArchTest
    static final ArchRule PURE_ROOMS_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + "kernel..",
                    BASE + "text..",
                    BASE + "disambiguation..",
                    BASE + "network..",
                    BASE + "index..",
                    BASE + "collaboration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.neo4j..")
            .because("they are rules, to be read and tested without a database");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_INSIDE = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule FIELDS_ARE_BATCHED = methods()
            .that()
            .areAnnotatedWith(SchemaMapping.class)
            .should(new ArchCondition<JavaMethod>("take a DataLoader, or a parent that has all in memory") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean batched = method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(DataLoader.class)
                                    || type.getSimpleName().equals("CoAuthorEdge")
                                    || type.getSimpleName().equals("PapersSummary")
                                    || type.getPackageName().equals(BASE + "network")
                                    || type.getPackageName().equals(BASE + "collaboration"));
                    events.add(new SimpleConditionEvent(method, batched, method.getFullName()));
                }
            })
            .because("a field resolved parent by parent sends a statement for each");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests set the time");

    @ArchTest
    static final ArchRule LOWER_CASE_NAMES_ITS_LOCALE = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .because("Turkish has an ı; say Locale.ROOT");

    @ArchTest
    static final ArchRule NOBODY_PRINTS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a service logs");

    @Test
    void everyPackageIsNullMarked() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> folders = files.filter(Files::isDirectory)
                    .filter(folder -> hasJava(folder))
                    .filter(folder -> !isNullMarked(folder.resolve("package-info.java")))
                    .toList();
            assertThat(folders).isEmpty();
        }
    }

    @Test
    void architecturePageShowsTheSameTable() throws IOException {
        Pattern row = Pattern.compile("(?m)^\\| `([a-z.*]+)` \\| ([^|]+) \\|$");
        Map<String, List<String>> shown = new TreeMap<>();
        row.matcher(Files.readString(Path.of("src/docs/architecture.md")))
                .results()
                .forEach(each -> shown.put(
                        each.group(1),
                        each.group(2).equals("–")
                                ? List.of()
                                : List.of(each.group(2).split(", "))));
        assertThat(shown).isEqualTo(MAY_KNOW);
    }

    @Test
    void everyRowIsARoomAndEveryRoomHasARow() throws IOException {
        try (Stream<Path> folders = Files.walk(ROOT)) {
            Set<String> rows = folders.filter(folder -> hasJava(folder) && !folder.equals(ROOT))
                    .map(folder -> row(ROOT.relativize(folder).toString().replace('/', '.')))
                    .collect(Collectors.toSet());
            assertThat(rows).isEqualTo(MAY_KNOW.keySet());
        }
    }

    private static boolean hasJava(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && Arrays.stream(names).anyMatch(name -> name.endsWith(".java"));
    }

    private static boolean isNullMarked(Path packageInfo) {
        try {
            return Files.exists(packageInfo) && Files.readString(packageInfo).contains("@NullMarked");
        } catch (IOException e) {
            return false;
        }
    }

    /** The name of a room: its package below the base package; empty for the base package and for libraries. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(BASE) ? name.substring(BASE.length()) : "";
    }

    /** The row of the table that holds for a room. */
    private static String row(String room) {
        return MAY_KNOW.containsKey(room) ? room : family(room);
    }

    private static String family(String room) {
        return room.substring(0, room.lastIndexOf('.') + 1) + "*";
    }
}
