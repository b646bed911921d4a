package org.invisiblecollege.ingest.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.invisiblecollege.ingest.Ingest;
import org.invisiblecollege.ingest.IngestReport;
import org.invisiblecollege.ingest.RecordSource;
import org.invisiblecollege.ingest.acl.AclAnthology;
import org.invisiblecollege.ingest.bibtex.BibTex;
import org.invisiblecollege.ingest.csl.CslJson;
import org.invisiblecollege.ingest.csv.Csv;
import org.invisiblecollege.ingest.openalex.OpenAlex;
import org.invisiblecollege.ingest.seeds.SeedFiles;
import org.invisiblecollege.topic.TopicMatcher;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Loads a bibliography into the graph. */
@Command(
        name = "ingest",
        description = "Load a bibliography into the graph. Formats: acl-anthology <checkout, its data/ or data/xml>,"
                + " openalex <files or folders>, bibtex <files>, csl-json <files>, csv <files>, seeds.",
        mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {

    @FunctionalInterface
    private interface Opener {
        RecordSource open(List<Path> paths) throws IOException;
    }

    private static final String SEEDS = "seeds";
    private static final Map<String, Opener> FORMATS = new TreeMap<>(Map.of(
            "acl-anthology", paths -> AclAnthology.open(only(paths)),
            "openalex", OpenAlex::open,
            "bibtex", BibTex::open,
            "csl-json", CslJson::open,
            "csv", Csv::open));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", description = "Format of what is read.")
    private String format = "";

    @Parameters(index = "1..*", description = "What to read; nothing for seeds.")
    private final List<Path> paths = new ArrayList<>();

    /** Properties of the service, such as {@code --college.embedded.directory=data}. */
    @Unmatched
    private final List<String> properties = new ArrayList<>();

    private final Function<List<String>, ConfigurableApplicationContext> start;

    /**
     * The command.
     *
     * @param start starts the application without its web server, given its properties
     */
    public IngestCommand(Function<List<String>, ConfigurableApplicationContext> start) {
        this.start = start;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (format.equals(SEEDS)) {
            try (ConfigurableApplicationContext application = start.apply(properties)) {
                application.getBean(Ingest.class).loadSeeds(SeedFiles.sources(), SeedFiles.vocabularies());
            }
            return 0;
        }
        RecordSource source = open();
        try (ConfigurableApplicationContext application = start.apply(properties)) {
            load(application, source);
        }
        return 0;
    }

    private void load(ConfigurableApplicationContext application, RecordSource source)
            throws IOException, InterruptedException {
        Path store = Path.of(application.getEnvironment().getProperty("college.embedded.directory", "data"));
        try (RejectionFile rejections =
                new RejectionFile(Files.createDirectories(store).resolve("rejections.jsonl"))) {
            IngestReport report = application
                    .getBean(Ingest.class)
                    .load(
                            source,
                            SeedFiles.vocabularies(),
                            new TopicMatcher(SeedFiles.matchedVocabulary()),
                            rejections::add,
                            new TerminalProgress());
            print(report, rejections.file());
        }
    }

    private void print(IngestReport report, Path rejections) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %,d papers in %.1f s%n",
                report.rejected().isEmpty() ? "DONE" : "DONE_WITH_REJECTIONS",
                report.records(),
                report.millis() / 1000.0);
        report.skipped().forEach((code, count) -> out.printf("  passed over: %,d %s%n", count, code));
        report.rejected().forEach((code, count) -> out.printf("  rejected: %,d %s%n", count, code));
        if (!report.rejected().isEmpty()) {
            out.printf("  each with file and line in %s%n", rejections);
        }
        out.flush();
    }

    private RecordSource open() throws IOException {
        Opener opener = FORMATS.get(format);
        if (opener == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no format " + format + "; there are " + String.join(", ", FORMATS.keySet()) + " and "
                            + SEEDS + ".");
        }
        try {
            return opener.open(paths);
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "There is no " + e.getFile() + ".", e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static Path only(List<Path> paths) {
        if (paths.size() != 1) {
            throw new IllegalArgumentException("One folder is read at a time, " + paths.size() + " were given.");
        }
        return paths.getFirst();
    }
}
