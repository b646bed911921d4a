package org.invisiblecollege.graphql.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents that are known before anyone asks: the example operations, and those that code generators list in a folder, by the
 * ids given there. The id of a document without one is the hexadecimal SHA-256 of its text.
 */
final class TrustedDocuments {

    private static final String OPERATIONS = "classpath:/graphql/operations/*.graphql";

    private final Map<String, String> byId = new HashMap<>();

    /** @param directory folder with manifests and operations; null for none */
    TrustedDocuments(@Nullable Path directory, JsonMapper json) {
        try {
            for (Resource operation : new PathMatchingResourcePatternResolver().getResources(OPERATIONS)) {
                add(operation.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (directory != null) {
            read(directory, json);
        }
    }

    /** Returns the id of a document that has none from elsewhere. */
    static String id(String document) {
        return DigestUtils.sha256Hex(document);
    }

    @Nullable String find(String id) {
        return byId.get(id);
    }

    boolean contains(String document) {
        return document.equals(byId.get(id(document)));
    }

    private void add(String document) {
        byId.put(id(document), document);
        // Clients that hold an operation as a text have it without the end of its last line.
        byId.put(id(document.strip()), document.strip());
    }

    private void read(Path directory, JsonMapper json) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".graphql")) {
                    add(Files.readString(file));
                } else if (name.endsWith(".json")) {
                    addManifest(file, manifest(file, json));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The documents of college.graphql.operations.directory cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonNode manifest(Path file, JsonMapper json) throws IOException {
        try {
            return json.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new IllegalStateException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Reads Apollo's list of operations, or an object with ids and documents, as Relay and GraphQL Code Generator write it. */
    private void addManifest(Path file, JsonNode manifest) {
        JsonNode listed = manifest.path("operations");
        if (listed.isArray()) {
            listed.forEach(each -> add(file, each.path("id").asString(null), each.path("body")));
        } else if (!manifest.isObject()) {
            throw unknown(file);
        } else {
            manifest.properties().forEach(each -> add(file, each.getKey(), each.getValue()));
        }
    }

    private void add(Path file, @Nullable String id, JsonNode document) {
        if (id == null || !document.isString()) {
            throw unknown(file);
        }
        byId.put(id, document.asString());
        add(document.asString());
    }

    private static IllegalStateException unknown(Path file) {
        return new IllegalStateException(
                file
                        + " must be an object of ids and documents, or have a list \"operations\" of objects with \"id\" and \"body\"");
    }
}
