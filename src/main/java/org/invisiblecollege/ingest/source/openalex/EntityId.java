package org.invisiblecollege.ingest.source.openalex;

import java.util.List;
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

    private static final List<String> ADDRESSES = List.of("https://openalex.org/", "http://openalex.org/");
    private static final List<String> LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars().mapToObj(Character::toString).toList();
    private static final int MAX_DIGITS = 18;

    private static final Pattern LEVEL =
            Pattern.compile("(?:https?://openalex\\.org/)?(domains|fields|subfields)/\\d{1,18}");
    private static final Pattern NAME = Pattern.compile("https?://openalex\\.org/([a-z-]+)/[^/]+");

    /** Parses an id, with or without the address in front; null if the text is none. */
    static @Nullable EntityId of(String written) {
        // Without a pattern, since a work has some thirty of them.
        int start = afterAddress(written);
        if (isLetterAndDigits(written, start)) {
            return new EntityId(LETTERS.get(written.charAt(start) - 'A'), written.substring(start));
        }
        Matcher level = LEVEL.matcher(written);
        if (level.matches()) {
            return new EntityId(level.group(1), written.substring(level.start(1)));
        }
        Matcher name = NAME.matcher(written);
        return name.matches() ? new EntityId(name.group(1), written.substring(name.start(1))) : null;
    }

    private static int afterAddress(String written) {
        for (String address : ADDRESSES) {
            if (written.startsWith(address)) {
                return address.length();
            }
        }
        return 0;
    }

    private static boolean isLetterAndDigits(String written, int start) {
        int digits = written.length() - start - 1;
        if (digits < 1 || digits > MAX_DIGITS || written.charAt(start) < 'A' || written.charAt(start) > 'Z') {
            return false;
        }
        for (int i = start + 1; i < written.length(); i++) {
            if (written.charAt(i) < '0' || written.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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
