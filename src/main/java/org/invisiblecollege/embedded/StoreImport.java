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
 * Fills a store that does not exist yet with Neo4j's own importer. The store is built aside and moved into place when it
 * is whole, so one that was cut off leaves none.
 */
public final class StoreImport {

    private static final String DATABASE = "neo4j";
    /** At most; the importer would take nine tenths of what is free. Thirty million edges need half of it. */
    private static final String OFF_HEAP = "2g";
    /** Its workers wait for the disk most of the time, so there are more of them than cores. */
    private static final int WORKERS = Math.max(8, Runtime.getRuntime().availableProcessors());

    private static final Pattern STAGE = Pattern.compile("\\(\\d/\\d\\) ([A-Za-z ]+) \\d{4}-.*");
    private static final Pattern PERCENT = Pattern.compile("[-.* ]+ (\\d+)% .*");

    private final Path home;

    /** @param directory of the store, as {@link EmbeddedNeo4j#start} takes it */
    public StoreImport(Path directory) {
        this.home = directory.toAbsolutePath().normalize();
    }

    /** Whether there is a store already. */
    public boolean hasStore() {
        return Files.exists(database(home, "databases"));
    }

    /** Folder for the tables, in the store's directory. */
    public Path tables() {
        return home.resolve("import").resolve("tables");
    }

    /**
     * The importer's own arguments, which also fill the store of a Neo4j server.
     *
     * @param nodes {@code label=file}
     * @param edges {@code type=file}
     */
    public static List<String> arguments(List<String> nodes, List<String> edges, char listSeparator) {
        List<String> arguments = new ArrayList<>();
        nodes.forEach(table -> arguments.add("--nodes=" + table));
        edges.forEach(table -> arguments.add("--relationships=" + table));
        arguments.add("--id-type=integer");
        arguments.add("--array-delimiter=U+%04X".formatted((int) listSeparator));
        arguments.add("--path-pattern-style=none");
        arguments.add(DATABASE);
        return arguments;
    }

    /**
     * Imports and moves into place.
     *
     * @param progress is told the stage and its percent
     * @throws IOException if the importer refuses; says where its log lies
     * @throws IllegalStateException if there is a store already
     */
    public void run(List<String> arguments, BiConsumer<String, Integer> progress) throws IOException {
        if (hasStore()) {
            throw new IllegalStateException("There is a store in " + home + " already.");
        }
        Path aside = home.resolve("import").resolve("store");
        FileSystemUtils.deleteRecursively(aside);
        Path conf = Files.createDirectories(aside.resolve("conf"));
        Path log = home.resolve("import").resolve("import.log");
        // What made the tables is garbage now, and the importer works outside the heap.
        System.gc();
        int exit;
        try (OutputStream file = Files.newOutputStream(log);
                PrintStream out = new PrintStream(new Told(file, progress), true, StandardCharsets.UTF_8);
                DefaultFileSystemAbstraction files = new DefaultFileSystemAbstraction()) {
            List<String> all = new ArrayList<>(arguments);
            all.addFirst("--max-off-heap-memory=" + OFF_HEAP);
            all.addFirst("--threads=" + WORKERS);
            all.addFirst("--report-file=" + aside.resolve("report"));
            exit = new CommandLine(new ImportCommand.Full(new ExecutionContext(aside, conf, out, out, files)))
                    .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                    .setErr(new PrintWriter(out, true, StandardCharsets.UTF_8))
                    .execute(all.toArray(String[]::new));
        }
        if (exit != 0) {
            throw new IOException("Neo4j's importer ended with " + exit + "; its log is " + log);
        }
        move(aside, "transactions");
        // The database's own folder last: it says that there is a store.
        move(aside, "databases");
    }

    /** Takes the tables and whatever else the import left away. */
    public void clear() throws IOException {
        FileSystemUtils.deleteRecursively(home.resolve("import"));
    }

    private void move(Path aside, String kind) throws IOException {
        Path to = database(home, kind);
        FileSystemUtils.deleteRecursively(to);
        Files.createDirectories(to.getParent());
        Files.move(database(aside, kind), to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path database(Path home, String kind) {
        return home.resolve("data").resolve(kind).resolve(DATABASE);
    }

    /** Copies the importer's output to its log and reads its progress off it. */
    private static final class Told extends OutputStream {

        private final OutputStream log;
        private final BiConsumer<String, Integer> progress;
        private final StringBuilder line = new StringBuilder();
        private String stage = "Importing";

        Told(OutputStream log, BiConsumer<String, Integer> progress) {
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
