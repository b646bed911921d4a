package org.invisiblecollege;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive that {@code ./mvnw package} makes, unpacked below a folder with a space in its name. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    static Path folder;

    private static Path root;
    private static Path script;

    @BeforeAll
    static void unpack() throws IOException {
        Path to = Files.createDirectory(folder.resolve("with a space"));
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(Path.of("target"), "invisible-college-*.zip")) {
            for (Path archive : archives) {
                unzip(archive, to);
            }
        }
        try (Stream<Path> roots = Files.list(to)) {
            List<Path> unpacked = roots.toList();
            assertThat(unpacked)
                    .as("distributions in target; ./mvnw package makes one, ./mvnw clean removes old ones")
                    .hasSize(1);
            root = unpacked.getFirst();
        }
        script = root.resolve("bin/invisible-college");
    }

    @Test
    void manifestNamesExactlyTheJarsNextToIt() throws IOException {
        try (JarFile jar = new JarFile(root.resolve("lib/invisible-college.jar").toFile());
                Stream<Path> jars = Files.list(root.resolve("lib"))) {
            String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            assertThat(jars.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(("invisible-college.jar " + classPath).split(" "));
        }
        assertThat(root).isDirectoryContaining("glob:**/README.md").isDirectoryContaining("glob:**/LICENSE");
        assertThat(root).isDirectoryContaining("glob:**/NOTICE");
    }

    @Test
    void saysItsVersionAndItsCommands() throws Exception {
        Result version = run("--version");
        assertThat(version.output()).contains("0.1.0").doesNotContain("WARN");
        assertThat(version.exitCode()).isZero();

        Result help = run("--help");
        assertThat(help.output())
                .contains("serve", "ingest", "generate", "convert-pages")
                .doesNotContain("WARN");
        assertThat(help.exitCode()).isZero();
    }

    @Test
    void answersFromAnotherFolderThroughALinkWithAnArchiveThatDoesNotFit() throws Exception {
        Path cache = Files.createDirectories(folder.resolve("cache/invisible-college"));
        Files.writeString(
                cache.resolve(root.getFileName() + "-" + System.getProperty("java.version") + ".jsa"), "no archive");
        Path work = Files.createDirectory(folder.resolve("empty"));
        Path link = Files.createSymbolicLink(folder.resolve("college"), script);
        Process service = start(work, link, "--server.port=0", "--college.seeds=off");
        try (BufferedReader output = service.inputReader()) {
            List<String> lines = new ArrayList<>();
            String answer = null;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                Matcher address = ADDRESS.matcher(line);
                if (answer == null && address.find()) {
                    answer = papersOf(address.group());
                    // Not Ctrl-C's signal: a shell has the programs that it runs behind itself ignore that one.
                    service.toHandle().destroy();
                }
            }
            assertThat(answer).as("%s", lines).startsWith("{\"data\":{\"graphSummary\":{\"papers\":0}}");
            assertThat(service.waitFor()).isEqualTo(143);
            assertThat(lines).noneMatch(line -> line.contains("WARN"));
        } finally {
            service.destroyForcibly();
        }
        assertThat(work.resolve("data")).isDirectory();
    }

    private static String papersOf(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address + "/graphql"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "{\"query\": \"{ graphSummary { papers } }\"}"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static Result run(String argument) throws Exception {
        Process process = start(folder, script, argument);
        try (BufferedReader output = process.inputReader()) {
            String lines = String.join("\n", output.lines().toList());
            return new Result(process.waitFor(), lines);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Path in, Path program, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                        .toList())
                .directory(in.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.start();
        // Ends the reading of its output too, so that what hangs is a failure.
        CompletableFuture.delayedExecutor(3, TimeUnit.MINUTES).execute(process::destroyForcibly);
        return process;
    }

    /** Unpacks an archive with the permissions that it has. */
    private static void unzip(Path archive, Path to) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("enablePosixFileAttributes", true));
                Stream<Path> entries = Files.walk(zip.getPath("/"))) {
            for (Path entry : (Iterable<Path>) entries.skip(1)::iterator) {
                Path target = to.resolve(entry.toString().substring(1));
                Files.copy(entry, target);
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(entry);
                Files.setPosixFilePermissions(target, permissions);
            }
        }
    }

    private record Result(int exitCode, String output) {}
}
