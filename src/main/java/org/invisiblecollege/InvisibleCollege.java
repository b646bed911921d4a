package org.invisiblecollege;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.invisiblecollege.embedded.EarlyStart;
import org.invisiblecollege.embedded.StoreImport;
import org.invisiblecollege.ingest.command.IngestCommand;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.run.BulkLoad;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Starts the service, or runs the command named by the first argument. */
@SpringBootApplication
public class InvisibleCollege {

    /** The property of the Java machine for the number of threads that carry virtual ones. */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private static final int CARRIERS_PER_PROCESSOR = 4;

    public static void main(String[] arguments) {
        // A walk keeps its carrier to its end. With more carriers than processors the system shares these among
        // them, so that a small request waits for no walk.
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(
                    CARRIERS,
                    String.valueOf(CARRIERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors()));
        }
        ShutdownHook shutdown = new ShutdownHook();
        Commands commands = new Commands(new OfflineProgram(shutdown), () -> shutdown.isBegun);
        shutdown.register(commands.line().getErr());
        int exitCode = commands.execute(arguments);
        Optional<List<String>> service = commands.requestedService();
        if (service.isEmpty()) {
            System.exit(exitCode);
        }
        shutdown.whileStarting(() -> new SpringApplicationBuilder(InvisibleCollege.class)
                .listeners(shutdown, new EarlyStart())
                .run(service.orElseThrow().toArray(String[]::new)));
    }

    /**
     * Decides what Ctrl-C does. An application that starts on its own store is ended at once: as after a kill, the store
     * recovers at the next start and a load goes on. One that starts on a server would leave the lock of its migrations
     * there, so it is waited for. One that has started closes in order.
     */
    private static final class ShutdownHook implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

        /** The exit code that a shell gives a program ended by Ctrl-C. */
        private static final int INTERRUPTED = 130;

        /** Whether an application is starting that may be ended at once. */
        private volatile boolean isStarting;

        volatile boolean isBegun;

        void register(PrintWriter err) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(err), "shutdown"));
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

        private void stop(PrintWriter err) {
            isBegun = true;
            if (isStarting) {
                err.println(Commands.STOPPED);
                err.flush();
                Runtime.getRuntime().halt(INTERRUPTED);
            }
        }
    }

    /** Gives commands the application without its web server and without the bundled data. */
    private record OfflineProgram(ShutdownHook shutdown) implements IngestCommand.Program {

        @Override
        public Environment environment(List<String> properties) {
            try (ConfigurableApplicationContext bare = builder(NoBeans.class).run(properties.toArray(String[]::new))) {
                return bare.getEnvironment();
            }
        }

        @Override
        public ConfigurableApplicationContext start(List<String> properties) {
            return shutdown.whileStarting(() -> builder(InvisibleCollege.class)
                    .listeners(shutdown, new EarlyStart())
                    .run(properties.toArray(String[]::new)));
        }

        @Override
        public IngestCommand.Store store(Path directory) {
            return new ImportedStore(new StoreImport(directory));
        }

        private static SpringApplicationBuilder builder(Class<?> application) {
            return new SpringApplicationBuilder(application)
                    .web(WebApplicationType.NONE)
                    .properties("college.seeds=off")
                    // A command needs the graph and not what answers queries from it.
                    .lazyInitialization(true)
                    .logStartupInfo(false);
        }

        private static final class NoBeans {}
    }

    /** Connects the tables of a load with the importer of the embedded store. */
    private record ImportedStore(StoreImport store) implements IngestCommand.Store {

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
        public void create(BulkLoad.Tables tables, Progress progress) throws IOException {
            store.run(arguments(tables), progress::stage);
        }

        @Override
        public void clear() throws IOException {
            store.clear();
        }
    }
}
