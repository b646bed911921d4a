package org.invisiblecollege.compare;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.invisiblecollege.ChildJvm;
import org.invisiblecollege.ServedStore;
import org.invisiblecollege.embedded.EmbeddedNeo4j;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Asks this service, Cypher and a generated GraphQL API the same questions on one running database, in turns, and compares the
 * answers. Works on a copy of the store, which gets an index over Paper.publishedOn that Cypher and the peer need for the newest
 * papers; the service does not use it.
 */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false)
final class CompareBenchmark implements Callable<Integer> {

    private static final String INDEX =
            "CREATE INDEX compare_published_on IF NOT EXISTS FOR (p:Paper) ON (p.publishedOn)";

    /** The service searches in its own index; the others need some in the database. */
    private static final List<String> FULL_TEXTS = List.of(
            fullText("paper_title", "Paper", "titleKey"),
            fullText("organisation_name", "Organisation", "nameKeys"),
            fullText("topic_label", "Topic", "labelKeys"));

    @Option(names = "--files", hidden = true, required = true, description = "Folder of the questions and of the peer.")
    private Path files = Path.of("");

    @Option(names = "--questions", split = ",", description = "Only these questions.")
    private List<String> only = List.of();

    @Option(names = "--without-peer", description = "Leave the peer out.")
    private boolean isWithoutPeer;

    @Option(names = "--sets", description = "Sets of parameters for each question.", defaultValue = "40")
    private int sets;

    @Option(names = "--rounds", description = "Measured rounds over all sets.", defaultValue = "3")
    private int rounds;

    @Option(
            names = "--seconds",
            description = "Most time for comparing a question, and for measuring it.",
            defaultValue = "60")
    private int seconds;

    @Option(names = "--name", description = "Name of the store in results; its folder's by default.")
    private @Nullable String name;

    @Option(names = "--out", description = "Folder for results.", defaultValue = "target/bench/compare")
    private Path out = Path.of("");

    @Option(
            names = "--chart",
            arity = "1..*",
            description = "Draw compare.svg from these raw results, write compare.md again, and do nothing else.")
    private List<Path> charted = List.of();

    @Parameters(paramLabel = "STORE", arity = "0..1", description = "Directory of an embedded store.")
    private @Nullable Path store;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CompareBenchmark()).execute(arguments));
    }

    private static String fullText(String name, String label, String property) {
        return "CREATE FULLTEXT INDEX %s_fulltext IF NOT EXISTS FOR (n:%s) ON EACH [n.%s] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
                .formatted(name, label, property);
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(out);
        if (!charted.isEmpty()) {
            CostChart.write(RawResults.read(charted), out.resolve(CostChart.FILE));
            CompareReport.write(out);
            return 0;
        }
        Path given = Objects.requireNonNull(store, "Give a store, or --chart with raw results.");
        Path copy = ChildJvm.freshFolder("compare-").resolve("store");
        try {
            FileSystemUtils.copyRecursively(given, copy);
            RawResults results = measure(
                    copy, name == null ? given.toAbsolutePath().getFileName().toString() : name);
            System.out.println(CompareReport.table(results));
            CompareReport.write(out);
        } finally {
            FileSystemUtils.deleteRecursively(copy.getParent());
        }
        return 0;
    }

    private RawResults measure(Path copy, String named) throws Exception {
        try (ServedStore service = new ServedStore(copy, CypherEndpoint.class);
                PeerServer peer = peer(service);
                Session session = service.bean(Driver.class).session(SessionConfig.forDatabase("neo4j"))) {
            session.run(INDEX).consume();
            FULL_TEXTS.forEach(index -> session.run(index).consume());
            session.run("CALL db.awaitIndexes(600)").consume();
            session.run("CALL db.prepareForReplanning()").consume();
            DrawnParameters drawn = new DrawnParameters(session, sets);
            RawResults results = new RawResults(named, drawn.paperCount(), header(drawn));
            List<Engine> engines = Engines.of(service, peer == null ? null : peer.uri(), files.resolve("questions"));
            for (ComparedQuestion question : questions()) {
                new QuestionRun(question, engines, rounds, seconds)
                        .run(question.draw().sets(drawn), results);
                System.out.println(CompareReport.line(results, question.name()));
                results.write(out.resolve("compare-" + named + ".tsv"));
            }
            return results;
        }
    }

    private @Nullable PeerServer peer(ServedStore service) throws IOException {
        if (isWithoutPeer) {
            return null;
        }
        if (!PeerServer.isInstalled(files)) {
            System.out.println("The peer is left out, since its packages are not installed.");
            return null;
        }
        return new PeerServer(files, service.bean(EmbeddedNeo4j.class));
    }

    private List<ComparedQuestion> questions() {
        List<String> unknown = new ArrayList<>(only);
        ComparedQuestion.ALL.forEach(question -> unknown.remove(question.name()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There are no questions " + unknown + ".");
        }
        return ComparedQuestion.ALL.stream()
                .filter(question -> only.isEmpty() || only.contains(question.name()))
                .toList();
    }

    private static String header(DrawnParameters drawn) {
        return String.format(
                Locale.ROOT,
                "%,d papers, %,d authors; %s; %d cores, JDK %d, heap %d MB, load before %.1f",
                drawn.paperCount(),
                drawn.authorCount(),
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
