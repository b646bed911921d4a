package org.invisiblecollege.ingest.run;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.invisiblecollege.ChildJvm;
import org.invisiblecollege.InvisibleCollege;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.invisiblecollege.embedded.StoreImport;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.KnownGraph;
import org.invisiblecollege.ingest.resolve.Resolver;
import org.invisiblecollege.ingest.topics.BundledVocabularies;
import org.invisiblecollege.ingest.topics.MentionedTopics;
import org.invisiblecollege.ingest.topics.Vocabulary;
import org.invisiblecollege.ingest.write.PlainWriter;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Loads the same records with three writers, one after the other, each into a fresh embedded store in a JVM of its own:
 * {@link PlainWriter}, and the two of {@code ingest}. Constraints and indexes are there, as the service has them.
 *
 * <p>Prints for each the time of the whole process; of the writing, from the first record that is known to the last
 * write, derived edges and answering indexes included, which for the bulk writer includes the start of the database; the
 * ratio of both to the plain writer's; the time of loading the same records once more, for which the store that the bulk
 * writer made takes the transactional one; and the most memory that the process had. Never fails for being slow.
 */
@Command(name = "writers", mixinStandardHelpOptions = true)
final class WritersBenchmark implements Callable<Integer> {

    private static final List<String> COUNTED = List.of(
            "Paper", "Author", "AUTHORED_BY", "CITES_TOPIC", "FROM_ORGANISATION", "AFFILIATED_WITH", "CO_AUTHOR");
    private static final String PLAIN = "plain";

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N papers.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--heap", paramLabel = "SIZE", description = "Heap of each writer's JVM.")
    private String heap = "1g";

    @Option(names = "--writers", split = ",", description = "Which ones, in this order; the first is compared with.")
    private List<String> writers = List.of(PLAIN, "transactional", "bulk");

    @Option(names = "--child", hidden = true, description = "Is a writer's own JVM: where to put its results.")
    private @Nullable Path results;

    @Option(names = "--keep", description = "Keep the stores, to look into them.")
    private boolean isKept;

    @Parameters(paramLabel = "FORMAT PATH", description = "As ingest takes them.")
    private final List<String> words = new ArrayList<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new WritersBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        return results == null ? compare() : measure(writers.getFirst(), results);
    }

    // ---- the one that compares

    private int compare() throws IOException, InterruptedException {
        // Reads all of the source, for its checksum, so that the first writer does not find the disk cold.
        SourceDescription description = source().description();
        Path folder = ChildJvm.freshFolder("writers-");
        Map<String, Properties> measured = new LinkedHashMap<>();
        System.out.printf(
                Locale.ROOT,
                "%s%s; heap %s; %d cores, JDK %s, Neo4j %s, load before %.1f%n%n",
                description.name(),
                limit == Integer.MAX_VALUE ? "" : ", first " + limit + " papers",
                heap,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                neo4jVersion(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.printf(
                "%-14s %9s %9s %9s %9s %11s %9s %9s %9s %10s%n",
                "writer",
                "papers",
                "whole s",
                "ratio",
                "writing s",
                "papers/s",
                "ratio",
                "again s",
                "ratio",
                "peak RSS");
        for (String writer : writers) {
            Path own = Files.createDirectories(folder.resolve(writer));
            List<String> arguments = new ArrayList<>(
                    List.of("--child=" + own.resolve("results"), "--writers=" + writer, "--limit=" + limit));
            arguments.addAll(words);
            long took = ChildJvm.run(
                    WritersBenchmark.class,
                    List.of("-Xmx" + heap, "-XX:+UseParallelGC"),
                    own.resolve("log"),
                    arguments);
            Properties results = read(own.resolve("results"));
            results.setProperty("whole", String.valueOf(took / 1e9 - number(results, "again")));
            measured.put(writer, results);
            print(writer, results, measured.get(writers.getFirst()));
            if (!isKept) {
                FileSystemUtils.deleteRecursively(own.resolve("store"));
            }
        }
        return isSame(measured) ? 0 : 1;
    }

    private static void print(String writer, Properties results, @Nullable Properties first) {
        Properties base = first == null ? results : first;
        double papers = number(results, "Paper");
        System.out.printf(
                Locale.ROOT,
                "%-14s %9.0f %9.1f %9.2f %9.1f %11.0f %9.2f %9.1f %9.2f %6.0f MiB%n",
                writer,
                papers,
                number(results, "whole"),
                number(base, "whole") / number(results, "whole"),
                number(results, "writing"),
                papers / number(results, "writing"),
                number(base, "writing") / number(results, "writing"),
                number(results, "again"),
                number(base, "again") / number(results, "again"),
                number(results, "peak") / 1024);
    }

    private static boolean isSame(Map<String, Properties> measured) {
        boolean isSame = true;
        System.out.println();
        for (String name : COUNTED) {
            Map<String, String> counts = new LinkedHashMap<>();
            measured.forEach((writer, each) -> counts.put(writer, each.getProperty(name)));
            boolean isOne = counts.values().stream().distinct().count() == 1;
            System.out.printf(
                    "%-17s %s%n", name, isOne ? counts.values().iterator().next() : "DIFFER: " + counts);
            isSame &= isOne;
        }
        return isSame;
    }

    private static double number(Properties results, String name) {
        return Double.parseDouble(results.getProperty(name));
    }

    private static Properties read(Path file) throws IOException {
        Properties results = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            results.load(in);
        }
        return results;
    }

    private static String neo4jVersion() {
        return String.valueOf(
                org.neo4j.graphdb.GraphDatabaseService.class.getPackage().getImplementationVersion());
    }

    private RecordSource source() throws IOException {
        List<RecordSource> sources = Formats.names().contains(words.getFirst())
                ? Formats.open(words.getFirst(), words.subList(1, words.size()), Formats.Options.defaults())
                : Formats.open(null, words, Formats.Options.defaults());
        return sources.getFirst();
    }

    // ---- a writer's own JVM

    private int measure(String writer, Path file) throws Exception {
        FirstPapers source = new FirstPapers(source(), limit);
        Path home = file.resolveSibling("store");
        IngestSettings settings = new IngestSettings(
                IngestSettings.of(new StandardEnvironment()).maxAuthorsPerPaper(),
                NameTreatment.RELUCTANT,
                file.resolveSibling("rejections"));
        Properties results = new Properties();
        if (writer.equals("bulk")) {
            StoreImport store = new StoreImport(home);
            Vocabulary vocabulary = Vocabulary.of(BundledVocabularies.all());
            BulkLoad.Tables tables =
                    new BulkLoad(source, vocabulary, settings, store.tables(), Clock.systemUTC()).write(Progress.NONE);
            store.run(
                    StoreImport.arguments(tables.nodes(), tables.edges(), BulkLoad.listSeparator()),
                    (stage, percent) -> {});
            try (ConfigurableApplicationContext application = start(home, settings)) {
                Ingest ingest = application.getBean(Ingest.class);
                ingest.recordBulkLoad(tables.run(), Progress.NONE);
                end(source, application, results);
                again(results, () -> ingest.load(source, false, Progress.NONE));
            }
        } else {
            try (ConfigurableApplicationContext application = start(home, settings)) {
                Ingest ingest = application.getBean(Ingest.class);
                Callable<?> load = writer.equals(PLAIN)
                        ? () -> plain(source, application, settings.maxAuthorsPerPaper())
                        : () -> ingest.load(source, false, Progress.NONE);
                load.call();
                end(source, application, results);
                again(results, load);
            }
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            results.store(out, null);
        }
        return 0;
    }

    private static ConfigurableApplicationContext start(Path home, IngestSettings settings) {
        return new SpringApplicationBuilder(InvisibleCollege.class)
                .web(WebApplicationType.NONE)
                .properties("college.seeds=off")
                .run("--college.embedded.directory=" + home, "--college.ingest.reports=" + settings.reports());
    }

    /** Learns and resolves authors as the real writers do. */
    private static int plain(RecordSource source, ConfigurableApplicationContext application, int maxAuthors)
            throws IOException, InterruptedException {
        Vocabulary vocabulary = application.getBean(Vocabulary.class);
        Resolver resolver = new Resolver(
                KnownGraph.NOTHING, source.description(), source.identifiesPeople(), NameTreatment.RELUCTANT);
        if (resolver.needsLearning()) {
            reader(source, record -> record).read("Reading names", batch -> resolver.learn(BulkLoad.papers(batch)));
        }
        resolver.endLearning(Progress.NONE);
        PlainWriter writer = new PlainWriter(
                application.getBean(Driver.class),
                source.description(),
                maxAuthors,
                Clock.systemUTC().instant().toString());
        writer.begin(vocabulary.concepts());
        return reader(source, record -> MentionedTopics.in(record, vocabulary.matchers()))
                .read("Loading", batch -> writer.write(resolver.resolve(BulkLoad.papers(batch), new ArrayList<>())));
    }

    private static Pipeline reader(RecordSource source, UnaryOperator<PaperRecord> prepare) {
        return new Pipeline(
                source, prepare, ReportSink.NONE, new TreeMap<>(), IngestMeters.unregistered(), Progress.NONE);
    }

    private static void again(Properties results, Callable<?> load) throws Exception {
        results.setProperty("peak", String.valueOf(peakKiB()));
        long start = System.nanoTime();
        load.call();
        results.setProperty("again", String.valueOf((System.nanoTime() - start) / 1e9));
    }

    private static void end(FirstPapers source, ConfigurableApplicationContext application, Properties results) {
        try (var session = application.getBean(Driver.class).session()) {
            session.run("CALL db.awaitIndexes(3600)").consume();
            results.setProperty("writing", String.valueOf((System.nanoTime() - source.firstAt()) / 1e9));
            for (String name : COUNTED) {
                String pattern = Character.isLowerCase(name.charAt(1)) ? "(:%s)" : "()-[:%s]->()";
                results.setProperty(
                        name,
                        String.valueOf(session.run("MATCH " + pattern.formatted(name) + " RETURN count(*) AS n")
                                .single()
                                .get("n")
                                .asLong()));
            }
        }
    }

    /** The most memory this process ever had in RAM; 0 where the system does not say. */
    private static long peakKiB() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
