package org.invisiblecollege.cypher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A Cypher statement, kept in {@code cypher/<room>/<name>.cypher}.
 *
 * @param path path below {@code cypher/}, for messages
 * @param text the statement with its comments
 */
public record CypherFile(String path, String text) {

    private static final String BASE = "org.invisiblecollege.";

    /**
     * Loads a statement; meant for static fields, so that a missing file is found at the start and not by a request.
     *
     * @param owner the class that runs it; its package below the base package names the folder
     * @param name file name without extension
     * @throws IllegalArgumentException if there is no such file
     */
    public static CypherFile of(Class<?> owner, String name) {
        String path = owner.getPackageName().substring(BASE.length()).replace('.', '/') + "/" + name + ".cypher";
        try (InputStream in = owner.getResourceAsStream("/cypher/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no file cypher/" + path + " for " + owner.getSimpleName());
            }
            return new CypherFile(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read cypher/" + path, e);
        }
    }
}
