package org.invisiblecollege.ingest.source.bibtex;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Parses what is within the braces or parentheses of one entry, as BibTeX does and more leniently: a key may have blanks or be
 * missing, and so may commas. Not thread-safe; parses once.
 */
final class EntryParser {

    private static final String MALFORMED = "bibtex_malformed";
    private static final int MAX_FIELDS = 2_000;
    private static final int MAX_PIECES = 100;

    private final String text;
    private final Abbreviations abbreviations;
    private final boolean hasEscapes;
    private int at;

    /**
     * Creates a parser.
     *
     * @param hasEscapes whether a backslash takes the meaning from a brace; it does not in BibTeX, but some programs write so
     */
    EntryParser(String text, Abbreviations abbreviations, boolean hasEscapes) {
        this.text = text;
        this.abbreviations = abbreviations;
        this.hasEscapes = hasEscapes;
    }

    /**
     * Returns the entry.
     *
     * @throws BadInputException with {@code bibtex_malformed} or {@code bibtex_too_deep}; the message says where and why
     */
    Entry entry(String type, String file, int line, RecordSink sink) throws BadInputException {
        String key = key();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name = name(key); name != null; name = name(key)) {
            String value = value(name, key);
            if (fields.size() < MAX_FIELDS && !value.isBlank()) {
                fields.putIfAbsent(name, value);
            }
            skipSpaces();
            if (at < text.length() && text.charAt(at) != ',') {
                sink.warn(new Warning("comma_missing", file, line, "%s: behind the field %s".formatted(key, name)));
            }
        }
        return new Entry(type, key, fields, file, line);
    }

    /** Takes the definition of an abbreviation. */
    void definition() throws BadInputException {
        String name = name("@string");
        if (name != null) {
            abbreviations.define(name, value(name, "@string"));
        }
    }

    /** Reads the key with the comma behind it; an equals sign comes before the comma where there is no key. */
    private String key() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (depth == 0 && c == '=') {
                return "";
            } else if (depth == 0 && c == ',') {
                at = i + 1;
                return text.substring(0, i).strip().replaceAll("\\s+", " ");
            }
        }
        at = text.length();
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Reads the name of the next field with the equals sign behind it; null at the end. */
    private @Nullable String name(String key) throws BadInputException {
        while (at < text.length() && (text.charAt(at) == ',' || Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
        if (at == text.length()) {
            return null;
        }
        int equals = text.indexOf('=', at);
        String name = equals < 0 ? text.substring(at) : text.substring(at, equals);
        if (equals < 0
                || name.isBlank()
                || name.indexOf('{') >= 0
                || name.indexOf('"') >= 0
                || name.indexOf('}') >= 0) {
            throw malformed(key, "no field begins at \"" + shown(text.substring(at)) + "\"");
        }
        at = equals + 1;
        // A word that a comma should have ended stands before the name.
        String clean = name.substring(name.lastIndexOf(',') + 1).strip();
        return clean.toLowerCase(Locale.ROOT);
    }

    private String value(String name, String key) throws BadInputException {
        StringBuilder value = new StringBuilder();
        for (int pieces = 1; ; pieces++) {
            if (pieces > MAX_PIECES) {
                throw new BadInputException(
                        "bibtex_too_deep", key + ": the field " + name + " is joined of too many texts");
            }
            skipSpaces();
            if (at == text.length()) {
                throw malformed(key, "the field " + name + " has no value");
            }
            value.append(
                    switch (text.charAt(at)) {
                        case '{' -> enclosed('}', name, key);
                        case '"' -> enclosed('"', name, key);
                        default -> bare();
                    });
            skipSpaces();
            if (at == text.length() || text.charAt(at) != '#') {
                return value.toString();
            }
            at++;
        }
    }

    private String enclosed(char end, String name, String key) throws BadInputException {
        int start = ++at;
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && hasEscapes) {
                at++;
            } else if (c == end && depth == 0) {
                return text.substring(start, at++);
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
        throw malformed(
                key, "the %s that begins the field %s is not closed".formatted(end == '"' ? "quote" : "brace", name));
    }

    /** Reads a number or the name of an abbreviation. */
    private String bare() {
        int start = at;
        while (at < text.length() && ",#\"{}".indexOf(text.charAt(at)) < 0 && !isNextField(start)) {
            at++;
        }
        String written = text.substring(start, at).strip();
        if (at == start) {
            at++;
        }
        return abbreviations.text(written);
    }

    /** Returns whether a word behind a blank is the name of the next field, so that a comma is missing. */
    private boolean isNextField(int start) {
        if (at == start || !Character.isWhitespace(text.charAt(at))) {
            return false;
        }
        int i = at;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        int word = i;
        while (i < text.length()
                && (Character.isLetterOrDigit(text.charAt(i)) || "-_+:".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        while (i > word && i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i > word && i < text.length() && text.charAt(i) == '=';
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static BadInputException malformed(String key, String why) {
        return new BadInputException(MALFORMED, (key.isEmpty() ? "An entry without a key" : shown(key)) + ": " + why);
    }

    private static String shown(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
