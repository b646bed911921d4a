package org.invisiblecollege;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts main classes of this class path in JVMs of their own, which can be measured and killed. */
public final class ChildJvm {

    private static final int LINES_OF_A_FAILURE = 30;

    private ChildJvm() {}

    /**
     * Starts one.
     *
     * @param options of the JVM
     * @param log takes standard output and error, after what is in it
     */
    public static Process start(Class<?> main, List<String> options, Path log, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /**
     * Runs one to its end.
     *
     * @return how long it took, in nanoseconds
     * @throws IllegalStateException if it fails; says the end of its log
     */
    public static long run(Class<?> main, List<String> options, Path log, List<String> arguments)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(main, options, log, arguments);
        int exit;
        try {
            exit = process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        if (exit != 0) {
            throw new IllegalStateException(
                    "Ended with " + exit + ": " + String.join(" ", arguments) + "\n" + end(log));
        }
        return System.nanoTime() - start;
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size()));
    }

    /** A new folder below the build's, or below the one that {@code bench.work} names. */
    public static Path freshFolder(String prefix) throws IOException {
        Path work = Path.of(System.getProperty("bench.work", "target/bench")).toAbsolutePath();
        return Files.createTempDirectory(Files.createDirectories(work), prefix);
    }
}
