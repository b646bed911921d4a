package org.invisiblecollege.ingest.source.bibtex;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.TextLines;

/**
 * What {@code @string} defines in the libraries of one command, and the names of months. An abbreviation is written out when it is
 * defined, so that a chain of them takes no stack and their expansion stays bounded. Not thread-safe.
 */
final class Abbreviations {

    private static final int MAX_LENGTH = 1 << 14;

    /** Of all of them together. */
    private static final int MAX_TOTAL_LENGTH = TextLines.MAX_LENGTH;

    private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";

    private final Map<String, String> texts = new HashMap<>();
    private long totalLength;

    Abbreviations() {
        for (String month : MONTHS.split(" ")) {
            texts.put(month, month);
        }
    }

    /** Returns what a name stands for; a name that was never defined is its own text. */
    String text(String name) {
        return texts.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    /** @throws BadInputException with {@code record_too_large} */
    void define(String name, String text) throws BadInputException {
        totalLength += text.length();
        if (text.length() > MAX_LENGTH || totalLength > MAX_TOTAL_LENGTH) {
            throw new BadInputException("record_too_large", "abbreviations written out are too long");
        }
        texts.put(name.toLowerCase(Locale.ROOT), text);
    }
}
