package org.invisiblecollege.mining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.invisiblecollege.topic.Tokens;

/** Words without meaning of their own, in the normal form of {@link Tokens}. Immutable. */
final class StopWords {

    private static final Set<String> INSIDE = Set.of("of", "for", "in");

    private final Set<String> words;

    private StopWords(Set<String> words) {
        this.words = words;
    }

    /** Reads the bundled list. */
    static StopWords read() {
        try (InputStream in = Objects.requireNonNull(StopWords.class.getResourceAsStream("stop-words.txt"))) {
            String list = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^#.*$", "");
            Tokens tokens = new Tokens();
            tokens.of(list);
            Set<String> words = new HashSet<>();
            for (int i = 0; i < tokens.count(); i++) {
                words.add(tokens.normal(tokens.word(i)));
            }
            return new StopWords(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether no term may begin or end with a word. */
    boolean contains(String normal) {
        return words.contains(normal);
    }

    /** Whether no term may contain a word. */
    boolean breaks(String normal) {
        return contains(normal) && !INSIDE.contains(normal);
    }
}
