package org.invisiblecollege.ingest.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.invisiblecollege.indexsync.SnapshotWriter;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.detect.UnreadableSource;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.run.BulkLoad;
import org.invisiblecollege.ingest.run.FailureText;
import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.run.IngestRun;
import org.invisiblecollege.ingest.run.IngestSettings;
import org.invisiblecollege.ingest.source.seeds.BundledAnthology;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.invisiblecollege.ingest.topics.BundledVocabularies;
import org.invisiblecollege.ingest.topics.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Loads bibliographies into the graph. */
@Command(
        name = "ingest",
        description = {
            "Load bibliographies into the graph.",
            "An interrupted load goes on when the same command is given again; loading the same records again changes"
                    + " nothing. Properties of the service, such as --college.embedded.directory=<directory>, may follow."
        },
        mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {

    /** Below this size transactions are faster than starting the importer. */
    private static final long MIN_BULK_BYTES = 20L << 20;

    private static final String SEEDS = "seeds";
    private static final double NANOS_PER_SECOND = 1e9;

    /** How records are written to the graph. */
    enum Writer {
        auto,
        bulk,
        transactional
    }

    /** The parts of the program that a command needs. */
    public interface Program {

        /** Returns the effective properties, which include those of the command line. */
        Environment environment(List<String> properties);

        /** Starts the application without its web server. */
        ConfigurableApplicationContext start(List<String> properties);

        /** Returns the store in a directory. */
        Store store(Path directory);
    }

    /** A store that may not exist yet. */
    public interface Store {

        boolean exists();

        /** Returns the folder for the tables of a bulk load. */
        Path tables();

        /** Returns the arguments of Neo4j's importer, which also fill the store of a server. */
        List<String> arguments(BulkLoad.Tables tables);

        /** Creates the store from tables. */
        void create(BulkLoad.Tables tables, Progress progress) throws IOException;

        /** Deletes the tables. */
        void clear() throws IOException;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FORMAT|PATH",
            description = {
                "What to read: files, folders, globs in quotes, or - for standard input.",
                "Before them the format, one of those that a wrong one lists, or seeds alone for the bundled data, or"
                        + " seeds anthology for its second set; detected from the first file if left out."
            })
    private final List<String> inputs = new ArrayList<>();

    @Option(names = "--dry-run", description = "Report what would be done, and write nothing.")
    private boolean isDry;

    @Option(
            names = "--explain",
            description =
                    "Print how the files would be read - format, encoding, fields, the first records, warnings - and"
                            + " write nothing.")
    private boolean isExplained;

    @Option(
            names = "--writer",
            paramLabel = "auto|bulk|transactional",
            description = "bulk: Neo4j's importer, into a store that does not exist yet; for a server it writes the"
                    + " tables and prints the command. transactional: into a live graph. auto (the default): bulk for a"
                    + " large source into a new store, else transactional.")
    private Writer writer = Writer.auto;

    @Option(
            names = "--year",
            description = "page-text: year in which the pages were saved, since their dates have none.")
    private @Nullable Integer year;

    @Option(
            names = "--without-identity-evidence",
            description = "acl-anthology: ignore the ids of people and name_variants.yaml.")
    private boolean ignoresIdentityEvidence;

    @Option(
            names = "--names",
            paramLabel = "together|reluctant|balanced",
            description = "Whether equal names without ids in a source are one person. together: always. reluctant (the"
                    + " default): a common name is split where little speaks for one person. balanced: where several"
                    + " people are more likely.")
    private @Nullable String names;

    /** Properties of the service, such as {@code --college.embedded.directory=data}. */
    @Unmatched
    private final List<String> properties = new ArrayList<>();

    private final Program program;
    private @Nullable Environment environment;

    public IngestCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (names != null) {
            properties.add("--college.ingest.names=" + names);
        }
        if (inputs.equals(List.of(SEEDS))) {
            try (ConfigurableApplicationContext application = program.start(properties)) {
                application.getBean(Ingest.class).loadSeeds(SeedFiles.sources());
            }
            return 0;
        }
        if (inputs.equals(List.of(SEEDS, BundledAnthology.NAME))) {
            try (ConfigurableApplicationContext application = program.start(properties)) {
                load(application.getBean(Ingest.class), new BundledAnthology());
            }
            return 0;
        }
        List<RecordSource> sources = open();
        if (isExplained) {
            for (RecordSource source : sources) {
                Explanation.print(source, why(), spec.commandLine().getOut());
            }
            return 0;
        }
        boolean isBulk = !isDry && isBulk(sources);
        if (isBulk && isRemote()) {
            printCommand(sources.getFirst());
        } else if (isBulk) {
            bulk(sources.getFirst());
        } else {
            try (ConfigurableApplicationContext application = program.start(properties)) {
                Ingest ingest = application.getBean(Ingest.class);
                if (!isRemote()) {
                    recordBulk(ingest);
                }
                for (RecordSource source : sources) {
                    load(ingest, source);
                }
            }
        }
        return 0;
    }

    private boolean isBulk(List<RecordSource> sources) throws IOException {
        boolean isNew = isRemote() || !store().exists();
        if (writer == Writer.bulk && (sources.size() > 1 || !isNew)) {
            throw new ParameterException(
                    spec.commandLine(),
                    sources.size() > 1
                            ? "The bulk writer loads one source, but these are " + sources.size()
                                    + ". Load them one by one, or leave --writer out."
                            : "The bulk writer creates a new store, but there is one in " + directory()
                                    + ". Leave --writer out, or name another directory with"
                                    + " --college.embedded.directory=<directory>.");
        }
        return writer == Writer.bulk
                || (writer == Writer.auto
                        && isNew
                        && !isRemote()
                        && sources.size() == 1
                        && sources.getFirst().size() >= MIN_BULK_BYTES);
    }

    private void load(Ingest ingest, RecordSource source) throws IOException, InterruptedException {
        try (TerminalProgress progress = new TerminalProgress()) {
            print(ingest.load(source, isDry, progress));
        }
    }

    /** Creates the store before the application starts on it. */
    private void bulk(RecordSource source) throws IOException, InterruptedException {
        try (TerminalProgress progress = new TerminalProgress()) {
            BulkLoad.Tables tables = bulkLoad(source, store().tables()).write(progress);
            store().create(tables, progress);
            progress.start("Constraints and indexes", 1);
            try (ConfigurableApplicationContext application = program.start(properties)) {
                Ingest ingest = application.getBean(Ingest.class);
                IngestRun run = ingest.recordBulkLoad(tables.run(), progress);
                store().clear();
                print(run);
                if (tables.hasOthers()) {
                    load(ingest, source);
                }
                writeIndex(application, tables.run().records(), progress);
            }
        }
    }

    /** Keeps the index of a new store, so that its first start need not read the graph; the load is done without it too. */
    private void writeIndex(ConfigurableApplicationContext application, int papers, Progress progress) {
        long start = System.nanoTime();
        progress.start("Index", papers);
        try {
            application.getBean(SnapshotWriter.class).write(read -> progress.at(read, Math.toIntExact(read)));
            progress.end();
            spec.commandLine()
                    .getOut()
                    .printf("Index written in %.1f s%n", (System.nanoTime() - start) / NANOS_PER_SECOND);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            progress.end();
            spec.commandLine()
                    .getErr()
                    .printf("The index was not written; the first start will read the graph. %s%n", FailureText.of(e));
        }
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().flush();
    }

    /** Records a bulk load that was interrupted after its store was created. */
    private void recordBulk(Ingest ingest) throws IOException {
        Optional<BulkLoad.Tables> leftover = BulkLoad.leftover(store().tables());
        if (leftover.isPresent()) {
            ingest.recordBulkLoad(leftover.get().run(), Progress.NONE);
            store().clear();
        }
    }

    private void printCommand(RecordSource source) throws IOException, InterruptedException {
        BulkLoad.Tables tables;
        try (TerminalProgress progress = new TerminalProgress()) {
            tables = bulkLoad(source, store().tables()).write(progress);
        }
        print(tables.run());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "The tables are in %s. On the server's machine, with its database stopped and empty, run%n%n",
                store().tables());
        out.printf("  neo4j-admin database import full --overwrite-destination");
        store().arguments(tables).forEach(argument -> out.printf(" \\%n    '%s'", argument));
        out.printf("%n%nand start the database; the service creates constraints and indexes when it starts.%n");
        out.flush();
    }

    private BulkLoad bulkLoad(RecordSource source, Path folder) {
        IngestSettings settings = IngestSettings.of(environment());
        return new BulkLoad(source, Vocabulary.of(BundledVocabularies.all()), settings, folder, Clock.systemUTC());
    }

    private Environment environment() {
        if (environment == null) {
            environment = program.environment(properties);
        }
        return environment;
    }

    private Store store() {
        return program.store(directory());
    }

    private Path directory() {
        return Path.of(environment().getProperty("college.embedded.directory", "data"));
    }

    private boolean isRemote() {
        return !environment().getProperty("spring.neo4j.uri", "embedded").equals("embedded");
    }

    private void print(IngestRun run) {
        PrintWriter out = spec.commandLine().getOut();
        // A bulk load is recorded before its tables are imported, so its end is now.
        Duration took = Duration.between(run.startedAt(), Clock.systemUTC().instant());
        out.printf(
                "%s%s: %s, %,d records in %.1f s%s%n",
                isDry ? "Would be " : "",
                run.state(),
                run.name(),
                run.records(),
                took.toMillis() / 1000.0,
                run.attempts() > 1 ? " since it first began, attempt " + run.attempts() : "");
        run.counts().forEach(count -> out.printf("  %s%n", count));
        run.skipped().forEach(count -> out.printf("  skipped: %s%n", count));
        run.rejected().forEach(count -> out.printf("  rejected: %s%n", count));
        run.warned().forEach(count -> out.printf("  warning: %s%n", count));
        if (run.rejectionFile() != null) {
            out.printf("  each with file and line in %s%n", run.rejectionFile());
        }
        out.flush();
    }

    private boolean namesFormat() {
        return !inputs.isEmpty() && Formats.names().contains(inputs.getFirst());
    }

    private String why() throws IOException {
        if (namesFormat()) {
            return inputs.getFirst() + ", as given";
        }
        return inputs.equals(List.of("-")) ? "recognised by how it begins" : Formats.recognised(inputs);
    }

    private List<RecordSource> open() throws IOException {
        boolean namesFormat = namesFormat();
        String format = namesFormat ? inputs.getFirst() : null;
        try {
            return Formats.open(
                    format,
                    namesFormat ? inputs.subList(1, inputs.size()) : inputs,
                    new Formats.Options(year, !ignoresIdentityEvidence));
        } catch (UnreadableSource e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
