package org.invisiblecollege.ingest.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.invisiblecollege.ChildJvm;
import org.invisiblecollege.GraphContents;
import org.invisiblecollege.InvisibleCollege;
import org.invisiblecollege.embedded.StoreImport;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Loads a source with {@code ingest} without interruption, and then again on another store where the process is killed
 * at random moments of that duration and the command given again, until it ends. Whatever was killed when, the graphs
 * have to be the same. A load that ends before its next kill is compared, and the kills that are left hit another one.
 */
@Command(name = "kill-and-resume", mixinStandardHelpOptions = true)
final class KillAndResume implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Option(names = "--seed", description = "Decides the moments.")
    private long seed = 1;

    @Option(names = "--kills", description = "How many for each writer.")
    private int kills = 10;

    @Option(
            names = "--per-load",
            description = "How many hit one load at most; a bulk load with its store in place has little left to lose.")
    private int perLoad = 3;

    @Option(
            names = "--writers",
            split = ",",
            description = "bulk: until there is a store, as --writer auto does with large sources; from then on auto.")
    private List<String> writers = List.of("transactional", "bulk");

    @Option(names = "--heap", paramLabel = "SIZE", description = "Heap of each load.")
    private String heap = "2g";

    @Option(names = "--compare-heap", paramLabel = "SIZE", description = "Heap for the contents of one graph.")
    private String compareHeap = "4g";

    @Option(names = "--contents-of", hidden = true, description = "Is a JVM that writes down what is in a store.")
    private @Nullable Path store;

    @Parameters(paramLabel = "FORMAT PATH", description = "As ingest takes them.")
    private final List<String> words = new ArrayList<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new KillAndResume()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (store != null) {
            writeContents(store);
            return 0;
        }
        Path folder = ChildJvm.freshFolder("kills-");
        boolean isSame = true;
        @Nullable Path first = null;
        for (String writer : writers) {
            Path whole = Files.createDirectories(folder.resolve(writer));
            long took = ChildJvm.run(
                    InvisibleCollege.class, List.of("-Xmx" + heap), whole.resolve("log"), command(writer, whole));
            System.out.printf(Locale.ROOT, "%s: %.1f s without interruption%n", writer, took / 1e9);
            Path expected = contents(whole);
            if (first == null) {
                first = expected;
            } else {
                isSame &= isSame(first, expected, writers.getFirst() + " and " + writer);
            }
            isSame &= kill(writer, folder, took, expected);
        }
        System.out.println(isSame ? "All graphs are the same." : "Graphs DIFFER; they are in " + folder + ".");
        return isSame ? 0 : 1;
    }

    private boolean kill(String writer, Path folder, long took, Path expected)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        boolean isSame = true;
        int killed = 0;
        for (int load = 1; killed < kills; load++) {
            Path own = Files.createDirectories(folder.resolve(writer + "-" + load));
            boolean hasEnded = false;
            for (int here = 0; !hasEnded && here < perLoad && killed < kills; here++) {
                long moment = (long) (random.nextDouble() * took);
                hasEnded = !isKilled(writer, own, moment);
                if (!hasEnded) {
                    killed++;
                    System.out.printf(
                            Locale.ROOT,
                            "%s: load %d, kill %d after %.1f s: %s%n",
                            writer,
                            load,
                            killed,
                            moment / 1e9,
                            stage(own));
                }
            }
            if (!hasEnded) {
                ChildJvm.run(InvisibleCollege.class, List.of("-Xmx" + heap), own.resolve("log"), command(writer, own));
            }
            boolean isLoadSame = isSame(expected, contents(own), writer + ", load " + load);
            if (isLoadSame) {
                FileSystemUtils.deleteRecursively(own);
            }
            isSame &= isLoadSame;
        }
        return isSame;
    }

    /** Gives the command and kills it, unless it ends before. */
    private boolean isKilled(String writer, Path own, long moment) throws IOException, InterruptedException {
        Path log = own.resolve("log");
        Files.deleteIfExists(log);
        Process process = ChildJvm.start(InvisibleCollege.class, List.of("-Xmx" + heap), log, command(writer, own));
        boolean hasEnded;
        try {
            hasEnded = process.waitFor(moment, TimeUnit.NANOSECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
        if (hasEnded && process.exitValue() != 0) {
            throw new IllegalStateException("The load did not go on: " + Files.readString(log));
        }
        return !hasEnded;
    }

    private List<String> command(String writer, Path own) {
        Path home = own.resolve("store");
        boolean isResumed = writer.equals("bulk") && new StoreImport(home).hasStore();
        List<String> command = new ArrayList<>(List.of("ingest", "--writer=" + (isResumed ? "auto" : writer)));
        command.addAll(words);
        command.add("--college.embedded.directory=" + home);
        command.add("--college.ingest.reports=" + own.resolve("rejections"));
        return command;
    }

    /** What the load had come to, by its files and the last line of its log. */
    private static String stage(Path own) throws IOException {
        Path home = own.resolve("store");
        StoreImport imported = new StoreImport(home);
        String files;
        if (imported.hasStore()) {
            files = "there is a store";
        } else if (Files.exists(home.resolve("import/store"))) {
            files = "being imported";
        } else if (Files.exists(imported.tables().resolve("tables.json"))) {
            files = "there are tables";
        } else {
            files = Files.exists(imported.tables()) ? "tables being written" : "there is nothing";
        }
        List<String> lines = Files.readAllLines(own.resolve("log"));
        return files + "; "
                + (lines.isEmpty() ? "nothing said yet" : lines.getLast().replace(own + "/", ""));
    }

    // ---- what is in a graph

    private Path contents(Path own) throws IOException, InterruptedException {
        List<String> arguments = List.of("--contents-of=" + own.resolve("store"));
        ChildJvm.run(KillAndResume.class, List.of("-Xmx" + compareHeap), own.resolve("contents.log"), arguments);
        FileSystemUtils.deleteRecursively(own.resolve("store"));
        return own.resolve("contents");
    }

    private static void writeContents(Path store) throws IOException {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(InvisibleCollege.class)
                .web(WebApplicationType.NONE)
                .properties("college.seeds=off")
                .run("--college.embedded.directory=" + store)) {
            Iterable<String> lines = () -> GraphContents.of(application.getBean(Driver.class)).stream()
                    .map(line -> line.replace("\n", "\\n").replace("\r", "\\r"))
                    .sorted()
                    .iterator();
            Files.write(store.resolveSibling("contents"), lines);
        }
    }

    /** Whether two files of sorted lines are the same; says the first lines that only one has. */
    private static boolean isSame(Path expected, Path actual, String what) throws IOException {
        List<String> shown = new ArrayList<>();
        long lines = 0;
        long differences = 0;
        try (BufferedReader one = Files.newBufferedReader(expected);
                BufferedReader other = Files.newBufferedReader(actual)) {
            String left = one.readLine();
            String right = other.readLine();
            while (left != null || right != null) {
                int order = left == null ? 1 : right == null ? -1 : left.compareTo(right);
                if (order == 0) {
                    lines++;
                } else if (differences++ < SHOWN) {
                    shown.add(order < 0 ? "  missing: " + left : "  too much: " + right);
                }
                left = order <= 0 ? one.readLine() : left;
                right = order >= 0 ? other.readLine() : right;
            }
        }
        System.out.printf("%s: %d lines the same, %d differ%n", what, lines, differences);
        System.out.print(shown.stream().map(line -> line + "\n").collect(Collectors.joining()));
        return differences == 0;
    }
}
