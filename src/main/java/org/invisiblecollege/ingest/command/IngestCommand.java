package org.invisiblecollege.ingest.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.invisiblecollege.ingest.Ingest;
import org.invisiblecollege.ingest.IngestReport;
import org.invisiblecollege.ingest.acl.AclAnthology;
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
        description = "Load a bibliography: acl-anthology <checkout, its data/ or data/xml>, or seeds.",
        mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {

    private enum Format {
        ACL_ANTHOLOGY,
        SEEDS
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", description = "acl-anthology or seeds")
    private String format = "";

    @Parameters(index = "1", arity = "0..1", description = "Folder to read; none for seeds.")
    private Path path = Path.of("");

    /** Properties of the service, such as {@code --college.embedded.directory=data}. */
    @Unmatched
    private final List<String> properties = new ArrayList<>();

    private final Function<List<String>, ConfigurableApplicationContext> start;

    /** @param start starts the application without its web server, given its properties */
    public IngestCommand(Function<List<String>, ConfigurableApplicationContext> start) {
        this.start = start;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return switch (format()) {
            case SEEDS -> {
                try (ConfigurableApplicationContext application = start.apply(properties)) {
                    application.getBean(Ingest.class).loadSeeds(SeedFiles.sources(), SeedFiles.vocabularies());
                }
                yield 0;
            }
            case ACL_ANTHOLOGY -> {
                AclAnthology anthology = open();
                try (ConfigurableApplicationContext application = start.apply(properties)) {
                    yield load(application, anthology);
                }
            }
        };
    }

    private int load(ConfigurableApplicationContext application, AclAnthology anthology)
            throws IOException, InterruptedException {
        Path store = Path.of(application.getEnvironment().getProperty("college.embedded.directory", "data"));
        try (RejectionFile rejections =
                new RejectionFile(Files.createDirectories(store).resolve("rejections.jsonl"))) {
            IngestReport report = application
                    .getBean(Ingest.class)
                    .load(
                            anthology,
                            SeedFiles.vocabularies(),
                            new TopicMatcher(SeedFiles.matchedVocabulary()),
                            rejections::add,
                            new TerminalProgress());
            print(report, rejections.file());
        }
        return 0;
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

    private AclAnthology open() throws IOException {
        try {
            return AclAnthology.open(path);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Format format() {
        return Map.of("acl-anthology", Format.ACL_ANTHOLOGY, "seeds", Format.SEEDS).entrySet().stream()
                .filter(each -> each.getKey().equals(format))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no format " + format + "; there are acl-anthology and seeds."));
    }
}
