package org.invisiblecollege.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.importer.ImportCommand;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/**
 * Creates a store with Neo4j's own importer. It builds the store in a temporary folder and moves it into place when it is
 * complete, so that an interrupted import leaves no store.
 */
public final class StoreImport {

    private static final String DATABASE = "neo4j";
    /** The importer would take nine tenths of the free memory; thirty million edges need half of this. */
    private static final String MAX_OFF_HEAP = "2g";
    /** The importer's workers wait for the disk most of the time, so there may be more of them than cores. */
    private static final int WORKERS = Math.max(8, Runtime.getRuntime().availableProcessors());

    private static final Pattern STAGE = Pattern.compile("\\(\\d/\\d\\) ([A-Za-z ]+) \\d{4}-.*");
    private static final Pattern PERCENT = Pattern.compile("[-.* ]+ (\\d+)% .*");

    private final Path home;

    /** @param directory of the store, as {@link EmbeddedNeo4j#start} takes it */
    public StoreImport(Path directory) {
        this.home = directory.toAbsolutePath().normalize();
    }

    /** Whether there is a store. */
    public boolean hasStore() {
        return Files.exists(database(home, "databases"));
    }

    /** Returns the folder for the tables, which lies in the store's directory. */
    public Path tables() {
        return home.resolve("import").resolve("tables");
    }

    /**
     * Returns the arguments of the importer, which also fill the store of a Neo4j server.
     *
     * @param nodes {@code label=file} of each table of nodes
     * @param edges {@code type=file} of each table of edges
     */
    public static List<String> arguments(List<String> nodes, List<String> edges, char listSeparator) {
        List<String> arguments = new ArrayList<>();
        nodes.forEach(table -> arguments.add("--nodes=" + table));
        edges.forEach(table -> arguments.add("--relationships=" + table));
        arguments.add("--id-type=actual");
        arguments.add("--array-delimiter=U+%04X".formatted((int) listSeparator));
        arguments.add("--path-pattern-style=none");
        arguments.add(DATABASE);
        return arguments;
    }

    /**
     * Runs the importer and moves the store into place.
     *
     * @param progress receives the stage and its percentage
     * @throws IOException if the importer fails; the message names its log
     * @throws IllegalStateException if there is a store
     */
    public void run(List<String> arguments, BiConsumer<String, Integer> progress) throws IOException {
        if (hasStore()) {
            throw new IllegalStateException("There is a store in " + home
                    + " already; name another directory with --college.embedded.directory.");
        }
        Path building = home.resolve("import").resolve("store");
        FileSystemUtils.deleteRecursively(building);
        Path conf = Files.createDirectories(building.resolve("conf"));
        Path log = home.resolve("import").resolve("import.log");
        // The objects that wrote the tables are garbage now, and the importer works outside the heap.
        System.gc();
        int exit;
        try (OutputStream file = Files.newOutputStream(log);
                PrintStream out = new PrintStream(new ProgressReader(file, progress), true, StandardCharsets.UTF_8);
                DefaultFileSystemAbstraction files = new DefaultFileSystemAbstraction()) {
            List<String> all = new ArrayList<>(arguments);
            all.addFirst("--max-off-heap-memory=" + MAX_OFF_HEAP);
            all.addFirst("--threads=" + WORKERS);
            all.addFirst("--report-file=" + building.resolve("report"));
            exit = new CommandLine(new ImportCommand.Full(new ExecutionContext(building, conf, out, out, files)))
                    .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                    .setErr(new PrintWriter(out, true, StandardCharsets.UTF_8))
                    .execute(all.toArray(String[]::new));
        }
        if (exit != 0) {
            throw new IOException("Neo4j's importer failed with exit code " + exit + "; see its log " + log);
        }
        move(building, "transactions");
        // The folder of the database goes last, because its presence means that there is a store.
        move(building, "databases");
    }

    /** Deletes the tables and everything else that the import left. */
    public void clear() throws IOException {
        FileSystemUtils.deleteRecursively(home.resolve("import"));
    }

    private void move(Path building, String kind) throws IOException {
        Path to = database(home, kind);
        FileSystemUtils.deleteRecursively(to);
        Files.createDirectories(to.getParent());
        Files.move(database(building, kind), to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path database(Path home, String kind) {
        return home.resolve("data").resolve(kind).resolve(DATABASE);
    }

    /** Copies the importer's output to its log and parses its progress. */
    private static final class ProgressReader extends OutputStream {

        private final OutputStream log;
        private final BiConsumer<String, Integer> progress;
        private final StringBuilder line = new StringBuilder();
        private String stage = "Importing";

        ProgressReader(OutputStream log, BiConsumer<String, Integer> progress) {
            this.log = log;
            this.progress = progress;
        }

        @Override
        public void write(int b) throws IOException {
            log.write(b);
            if (b != '\n') {
                line.append((char) b);
                return;
            }
            Matcher begun = STAGE.matcher(line);
            Matcher percent = PERCENT.matcher(line);
            if (begun.matches()) {
                stage = begun.group(1);
                progress.accept(stage, 0);
            } else if (percent.matches()) {
                progress.accept(stage, Integer.valueOf(percent.group(1)));
            }
            line.setLength(0);
        }

        @Override
        public void flush() throws IOException {
            log.flush();
        }
    }
}
