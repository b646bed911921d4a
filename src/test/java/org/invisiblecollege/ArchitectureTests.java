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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The walls between the rooms. src/docs/architecture.md shows the same table. */
@AnalyzeClasses(packages = "org.invisiblecollege", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String BASE = "org.invisiblecollege.";

    /** Which rooms a room may know, its own parts apart. */
    private static final Map<String, List<String>> MAY_KNOW = new TreeMap<>(Map.ofEntries(
            Map.entry("kernel", List.of()),
            Map.entry("cypher", List.of()),
            Map.entry("embedded", List.of("kernel")),
            Map.entry("http", List.of()),
            Map.entry("access", List.of("kernel", "cypher")),
            Map.entry("identifier", List.of("cypher")),
            Map.entry("identity", List.of()),
            Map.entry("network", List.of("kernel", "incidence", "paper")),
            Map.entry("summary", List.of("cypher")),
            Map.entry("provenance", List.of("cypher")),
            Map.entry("search", List.of("kernel", "cypher", "identity")),
            Map.entry("author", List.of("kernel", "cypher", "identity", "identifier", "incidence")),
            Map.entry("organisation", List.of("kernel", "cypher", "identity", "incidence")),
            Map.entry("topic", List.of("kernel", "cypher", "identity")),
            Map.entry("paper", List.of("kernel", "cypher", "identity", "identifier", "topic")),
            Map.entry("collaboration", List.of("kernel", "incidence", "network", "paper")),
            Map.entry("neighbourhood", List.of("kernel", "incidence", "network", "paper", "topic")),
            Map.entry("version", List.of("cypher")),
            Map.entry("incidence", List.of("kernel", "identity", "topic", "paper")),
            Map.entry("export", List.of()),
            Map.entry("indexing", List.of("cypher", "version", "topic", "incidence")),
            Map.entry("curation", List.of("kernel", "cypher", "version", "identity", "author")),
            Map.entry("ingest", List.of("kernel", "cypher", "version", "identity", "author", "topic")),
            Map.entry("mining", List.of("kernel", "cypher", "version", "identity", "topic", "ingest")),
            Map.entry(
                    "graphql",
                    List.of(
                            "kernel",
                            "access",
                            "identifier",
                            "author",
                            "paper",
                            "organisation",
                            "topic",
                            "provenance",
                            "summary",
                            "search",
                            "version",
                            "incidence",
                            "network",
                            "collaboration",
                            "neighbourhood",
                            "export",
                            "curation",
                            "ingest",
                            "mining")),
            Map.entry("explorer", List.of("access"))));

    @ArchTest
    static final ArchRule ROOMS_KNOW_ONLY_WHOM_THEY_MAY = classes()
            .that()
            .resideInAPackage(BASE + "*..")
            .should(new ArchCondition<>("know only the rooms of the table") {
                @Override
                public void check(JavaClass from, ConditionEvents events) {
                    String room = room(from);
                    List<String> allowed = MAY_KNOW.getOrDefault(room, List.of());
                    from.getDirectDependenciesFromSelf().forEach(dependency -> {
                        String target = room(dependency.getTargetClass());
                        boolean fine = target.isEmpty() || target.equals(room) || allowed.contains(target);
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
                    BASE + "identity..",
                    BASE + "network..",
                    BASE + "incidence..",
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
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/invisiblecollege"))) {
            List<Path> folders = files.filter(Files::isDirectory)
                    .filter(folder -> hasJava(folder))
                    .filter(folder -> !isNullMarked(folder.resolve("package-info.java")))
                    .toList();
            assertThat(folders).isEmpty();
        }
    }

    @Test
    void architecturePageShowsTheSameTable() throws IOException {
        String page = Files.readString(Path.of("src/docs/architecture.md"));
        MAY_KNOW.forEach((room, known) -> assertThat(page)
                .contains("| `" + room + "` | " + (known.isEmpty() ? "–" : String.join(", ", known)) + " |"));
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

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(BASE)) {
            return "";
        }
        String rest = name.substring(BASE.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
