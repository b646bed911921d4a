package org.invisiblecollege.ingest.source.openalex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An id of OpenAlex, without the address in front.
 *
 * @param kind the letter of the id or the path of the address, such as {@code W} or {@code subfields}
 * @param bare such as {@code W7} or {@code subfields/1702}
 */
record EntityId(String kind, String bare) {

    private static final Pattern LETTER = Pattern.compile("(?:https?://openalex\\.org/)?([A-Z])\\d{1,18}");
    private static final Pattern LEVEL =
            Pattern.compile("(?:https?://openalex\\.org/)?(domains|fields|subfields)/\\d{1,18}");
    private static final Pattern NAME = Pattern.compile("https?://openalex\\.org/([a-z-]+)/[^/]+");

    /** Parses an id, with or without the address in front; null if the text is none. */
    static @Nullable EntityId of(String written) {
        Matcher letter = LETTER.matcher(written);
        if (letter.matches()) {
            return new EntityId(letter.group(1), written.substring(letter.start(1)));
        }
        Matcher level = LEVEL.matcher(written);
        if (level.matches()) {
            return new EntityId(level.group(1), written.substring(level.start(1)));
        }
        Matcher name = NAME.matcher(written);
        return name.matches() ? new EntityId(name.group(1), written.substring(name.start(1))) : null;
    }

    /**
     * Returns the number of the id, which is unique in its kind and smaller than the text.
     *
     * @throws NumberFormatException if the id has no number, as those of keywords
     */
    Long numericPart() {
        return Long.valueOf(bare.substring(kind.length()).replace("/", ""));
    }
}
