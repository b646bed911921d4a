package org.invisiblecollege;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.invisiblecollege.embedded.StoreImport;
import org.invisiblecollege.embedded.StoreInUseException;
import org.invisiblecollege.ingest.command.ConvertPages;
import org.invisiblecollege.ingest.command.IngestCommand;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.run.BulkLoad;
import org.invisiblecollege.synthetic.Generate;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine;

/** Starts the service, or runs the command named by the first argument. */
@SpringBootApplication
public class InvisibleCollege {

    public static void main(String[] arguments) {
        CommandLine commands = new CommandLine(new Commands());
        Stopping stopping = new Stopping(commands.getErr());
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "stopping"));
        commands.addSubcommand(new IngestCommand(new Offline(stopping)))
                .addSubcommand(new ConvertPages())
                .addSubcommand(new Generate())
                .setExecutionExceptionHandler((failure, command, result) -> {
                    LoggerFactory.getLogger(InvisibleCollege.class).debug("Failed", failure);
                    Optional<StoreInUseException> inUse = StoreInUseException.in(failure);
                    command.getErr()
                            .println(
                                    inUse.isPresent()
                                            ? inUse.get().forCommands()
                                            // What Ctrl-C takes from under a command is no failure of its own.
                                            : (stopping.isBegun ? Stopping.TOLD : "FAILED: " + reason(failure))
                                                    + System.lineSeparator()
                                                    + "Give the same command again to go on.");
                    return 1;
                });
        if (arguments.length > 0 && commands.getSubcommands().containsKey(arguments[0])) {
            System.exit(commands.execute(arguments));
        }
        stopping.whileStarting(() -> new SpringApplicationBuilder(InvisibleCollege.class)
                .listeners(stopping)
                .run(arguments));
    }

    /** What lies behind a start that failed, of which Spring tells the way there. */
    private static @Nullable String reason(Throwable failure) {
        return failure instanceof BeansException start
                ? start.getMostSpecificCause().getMessage()
                : failure.getMessage();
    }

    /**
     * What Ctrl-C does. An application that starts on its own store is not waited for: as after a kill, the store recovers
     * at the next start and a load goes on. One that starts on a server would leave the lock of its migrations there, and
     * is waited for. One that has started closes in order.
     */
    private static final class Stopping implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

        static final String TOLD = "Stopped.";
        /** As a shell has it for a program that Ctrl-C ended. */
        private static final int INTERRUPTED = 130;

        private final PrintWriter err;
        /** While a start may be cut off. */
        private volatile boolean isStarting;

        volatile boolean isBegun;

        Stopping(PrintWriter err) {
            this.err = err;
        }

        ConfigurableApplicationContext whileStarting(Supplier<ConfigurableApplicationContext> start) {
            try {
                return start.get();
            } finally {
                isStarting = false;
            }
        }

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            isStarting = event.getEnvironment()
                    .getProperty("spring.neo4j.uri", "embedded")
                    .equals("embedded");
        }

        void stop() {
            isBegun = true;
            if (isStarting) {
                err.println(TOLD);
                err.flush();
                Runtime.getRuntime().halt(INTERRUPTED);
            }
        }
    }

    /** What a command has of the program: no web server, and no data but what the command loads. */
    private record Offline(Stopping stopping) implements IngestCommand.Program {

        @Override
        public Environment environment(List<String> properties) {
            try (ConfigurableApplicationContext bare = builder(Commands.class).run(properties.toArray(String[]::new))) {
                return bare.getEnvironment();
            }
        }

        @Override
        public ConfigurableApplicationContext start(List<String> properties) {
            return stopping.whileStarting(
                    () -> builder(InvisibleCollege.class).listeners(stopping).run(properties.toArray(String[]::new)));
        }

        @Override
        public IngestCommand.Store store(Path directory) {
            return new NewStore(new StoreImport(directory));
        }

        private static SpringApplicationBuilder builder(Class<?> application) {
            return new SpringApplicationBuilder(application)
                    .web(WebApplicationType.NONE)
                    .properties("college.seeds=off")
                    // A command needs the graph and not what answers from it.
                    .lazyInitialization(true)
                    .logStartupInfo(false);
        }
    }

    /** Joins the tables of a load with the importer of the embedded store. */
    private record NewStore(StoreImport store) implements IngestCommand.Store {

        @Override
        public boolean exists() {
            return store.hasStore();
        }

        @Override
        public Path tables() {
            return store.tables();
        }

        @Override
        public List<String> arguments(BulkLoad.Tables tables) {
            return StoreImport.arguments(tables.nodes(), tables.edges(), BulkLoad.listSeparator());
        }

        @Override
        public void make(BulkLoad.Tables tables, Progress progress) throws IOException {
            store.run(arguments(tables), progress::stage);
        }

        @Override
        public void clear() throws IOException {
            store.clear();
        }
    }

    @CommandLine.Command(name = "invisible-college")
    private static final class Commands {}
}
