package org.invisiblecollege.ingest.source.tagged;

import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.ingest.read.FieldText;

/** A field of a record and the lines of its value. Not thread-safe. */
final class TaggedField {

    private final String tag;
    private final List<String> lines = new ArrayList<>();

    TaggedField(String tag, String value) {
        this.tag = tag;
        lines.add(value);
    }

    void more(String value) {
        lines.add(value);
    }

    String tag() {
        return tag;
    }

    /** Returns its lines that are not blank, cleaned. */
    List<String> lines() {
        return lines.stream()
                .map(FieldText::clean)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns the whole value, its lines joined by spaces; may be empty. */
    String text() {
        return String.join(" ", lines());
    }
}
