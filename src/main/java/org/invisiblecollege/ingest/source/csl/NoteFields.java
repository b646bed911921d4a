package org.invisiblecollege.ingest.source.csl;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.JsonDate;
import org.invisiblecollege.ingest.read.WrittenDate;
import tools.jackson.databind.JsonNode;

/**
 * What a note says in lines such as {@code DOI: 10.5555/1}, by which reference managers keep fields that they lack.
 *
 * @param values by name in lower case
 */
record NoteFields(Map<String, String> values) {

    private static final int MAX_LINES = 200;
    private static final int MAX_LENGTH = 300;
    private static final Pattern LINE = Pattern.compile("\\{?:?\\s*(doi|pmid|pmcid|arxiv|issued)\\s*:\\s*([^}]+)\\}?");
    private static final Pattern PMID = Pattern.compile("(?:pmid:)?\\s*(\\d{1,10})");
    private static final Pattern PMCID = Pattern.compile("(?:pmcid:)?\\s*(?:pmc)?(\\d{1,10})");
    private static final Pattern ARXIV =
            Pattern.compile("(?:arxiv:)\\s*((?:\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7}))(?:v\\d+)?(?:\\s.*)?");
    private static final Pattern BARE_ARXIV = Pattern.compile("\\d{4}\\.\\d{4,5}.*|[a-z-]+(?:\\.[a-z]{2})?/\\d{7}.*");

    NoteFields {
        values = Map.copyOf(values);
    }

    /** Returns the fields of a note, which may be missing. */
    static NoteFields of(JsonNode note) {
        Map<String, String> values = new HashMap<>();
        note.stringValue("")
                .lines()
                .limit(MAX_LINES)
                .filter(NoteFields::isShort)
                .forEach(line -> {
                    Matcher field = LINE.matcher(line.strip().toLowerCase(Locale.ROOT));
                    if (field.matches()) {
                        values.putIfAbsent(field.group(1), field.group(2).strip());
                    }
                });
        String arxiv = values.get("arxiv");
        if (arxiv != null && BARE_ARXIV.matcher(arxiv).matches()) {
            values.put("arxiv", "arxiv:" + arxiv);
        }
        return new NoteFields(values);
    }

    /** Returns the value of a field; empty without one. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    JsonDate issued() {
        String written = text("issued");
        return written.isEmpty() ? JsonDate.NONE : new JsonDate(WrittenDate.of(written), written);
    }

    static Optional<String> pmid(String written) {
        return group(PMID, written);
    }

    static Optional<String> pmcid(String written) {
        return group(PMCID, written);
    }

    /** Returns an id that is marked as one of arXiv, without its version. */
    static Optional<String> arxiv(String written) {
        return group(ARXIV, written);
    }

    private static boolean isShort(String line) {
        return line.length() <= MAX_LENGTH;
    }

    private static Optional<String> group(Pattern form, String written) {
        Matcher id = form.matcher(written.toLowerCase(Locale.ROOT).strip());
        return id.matches() ? Optional.of(id.group(1)) : Optional.empty();
    }
}
