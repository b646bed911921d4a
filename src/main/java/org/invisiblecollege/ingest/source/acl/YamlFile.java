package org.invisiblecollege.ingest.source.acl;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.record.Rejection;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a YAML file as a tree of nodes. No objects are constructed from it, so tags have no effect and a person called No is
 * not taken for a truth value. Errors are rejected as {@code yaml_malformed}, a file that is nested too deep as {@code
 * yaml_too_deep}; such a file is not read at all, since half of the evidence may identify people whom the whole does not.
 *
 * @param name for reports
 */
record YamlFile(Path path, String name, Consumer<Rejection> rejections) {

    private static final String MALFORMED = "yaml_malformed";
    private static final int MAX_BYTES = 1 << 24;
    private static final int MAX_DEPTH = 20;

    /** Returns the outermost node; empty if the file cannot be read as YAML or is empty. */
    Optional<Node> root() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            reject(0, "more than " + MAX_BYTES + " bytes");
            return Optional.empty();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            reject(0, "not UTF-8");
            return Optional.empty();
        }
        Yaml yaml = new Yaml(new SafeConstructor(limits()));
        try {
            int tooDeep = lineTooDeep(yaml, text);
            if (tooDeep > 0) {
                rejections.accept(
                        new Rejection("yaml_too_deep", name, tooDeep, "nested deeper than " + MAX_DEPTH + " levels"));
                return Optional.empty();
            }
            return Optional.ofNullable(yaml.compose(new StringReader(text)));
        } catch (YAMLException e) {
            reject(line(e, text), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Returns the elements of a list; none, and a rejection, if the node is no list. */
    List<Node> elements(Node list) {
        if (list instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        reject(list, "not a list");
        return List.of();
    }

    /** Returns the value of a key; null if the node has none. */
    static @Nullable Node value(Node mapping, String key) {
        if (!(mapping instanceof MappingNode map)) {
            return null;
        }
        return map.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(entry -> entry.getValueNode())
                .findFirst()
                .orElse(null);
    }

    /** Returns the text of a key, cleaned; empty if there is none. */
    static String text(Node mapping, String key) {
        return value(mapping, key) instanceof ScalarNode scalar ? FieldText.clean(scalar.getValue()) : "";
    }

    void reject(Node node, String message) {
        reject(node.getStartMark().getLine() + 1, message);
    }

    private void reject(int line, String message) {
        rejections.accept(new Rejection(MALFORMED, name, line, message));
    }

    /** Finds the line in which a file is nested too deep, since the composer names none; 0 if it is not. */
    private static int lineTooDeep(Yaml yaml, String text) {
        int depth = 0;
        for (Event event : yaml.parse(new StringReader(text))) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                return event.getStartMark().getLine() + 1;
            }
        }
        return 0;
    }

    private static int line(YAMLException e, String text) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return marked.getProblemMark().getLine() + 1;
        }
        if (e instanceof ReaderException unreadable) {
            int offset = Math.min(unreadable.getPosition(), text.length());
            return (int) text.substring(0, offset)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
        }
        return 0;
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        return options;
    }
}
