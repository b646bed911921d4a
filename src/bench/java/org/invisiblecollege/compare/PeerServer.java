package org.invisiblecollege.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.invisiblecollege.embedded.EmbeddedNeo4j;

/** The peer in a process of its own: server.mjs, with @neo4j/graphql on the database of the service. */
final class PeerServer implements AutoCloseable {

    private final Process process;
    private final URI uri;

    /** @param folder with server.mjs and its installed packages */
    PeerServer(Path folder, EmbeddedNeo4j neo4j) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("node", "server.mjs")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "NODE_ENV",
                        "production",
                        "NEO4J_URI",
                        neo4j.uri().toString(),
                        "NEO4J_USER",
                        EmbeddedNeo4j.USER,
                        "NEO4J_PASSWORD",
                        neo4j.password()));
        process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("The peer did not start; its messages are above.");
        }
        uri = URI.create(line);
    }

    static boolean isInstalled(Path folder) {
        return Files.isDirectory(folder.resolve("node_modules/@neo4j/graphql"));
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
