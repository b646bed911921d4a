package org.invisiblecollege.ingest.source.bibtex;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.TextDecoder;
import org.invisiblecollege.ingest.read.TextLines;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;

/**
 * Splits one library into entries. An entry ends at its own brace or parenthesis or, if that is missing, before a line that begins
 * another one, so that an error in one leaves the others readable. Not thread-safe; reads once.
 */
final class LibraryReader {

    private static final int MAX_ENTRY_LENGTH = TextLines.MAX_LENGTH;

    /** Of nested braces. */
    private static final int MAX_DEPTH = 100;

    /** What of a line is examined for the beginning of an entry. */
    private static final int MAX_START_LENGTH = 500;

    private static final int UNCLOSED = -1;
    private static final int TOO_DEEP = -2;

    private static final Pattern ENTRY = Pattern.compile("@\\s*([A-Za-z]+)\\s*([{(])");
    /** A line that begins an entry: of a usual type, or with a key and a comma. */
    private static final Pattern START = Pattern.compile("\\s*@\\s*([A-Za-z]+)\\s*[{(](\\s*[^\\s{}(),=]*\\s*,)?.*");

    private static final Set<String> TYPES = Set.of(
            "article",
            "book",
            "booklet",
            "collection",
            "comment",
            "conference",
            "dataset",
            "electronic",
            "inbook",
            "incollection",
            "include",
            "inproceedings",
            "inreference",
            "manual",
            "mastersthesis",
            "misc",
            "mvbook",
            "mvcollection",
            "mvproceedings",
            "online",
            "patent",
            "periodical",
            "phdthesis",
            "preamble",
            "proceedings",
            "reference",
            "report",
            "software",
            "string",
            "suppbook",
            "techreport",
            "thesis",
            "unpublished",
            "www",
            "xdata");

    private final TextLines lines;
    private final String file;
    private final EntryReader entries;
    private final Abbreviations abbreviations;
    private final RecordSink sink;

    private final StringBuilder chunk = new StringBuilder();
    private int chunkLine;
    private boolean isTooLong;

    LibraryReader(InputStream in, String file, EntryReader entries, Abbreviations abbreviations, RecordSink sink) {
        this.lines = new TextLines(in, new TextDecoder(sink, file));
        this.file = file;
        this.entries = entries;
        this.abbreviations = abbreviations;
        this.sink = sink;
    }

    void read() throws IOException {
        while (nextLine()) {
            String line = lines.text();
            if (isStart(line)) {
                finishChunk();
                chunkLine = lines.number();
            }
            if (chunkLine > 0) {
                append(line);
            }
        }
        finishChunk();
    }

    private static boolean isStart(String line) {
        if (line.indexOf('@') < 0) {
            return false;
        }
        Matcher start = START.matcher(line.length() <= MAX_START_LENGTH ? line : line.substring(0, MAX_START_LENGTH));
        return start.matches()
                && (start.group(2) != null || TYPES.contains(start.group(1).toLowerCase(Locale.ROOT)));
    }

    private boolean nextLine() throws IOException {
        try {
            return lines.next();
        } catch (BadInputException e) {
            // An entry that is complete is accepted.
            finishChunk();
            throw e;
        }
    }

    private void append(String line) {
        isTooLong |= lines.isTooLong() || chunk.length() + line.length() > MAX_ENTRY_LENGTH;
        if (!isTooLong) {
            chunk.append(line).append('\n');
        }
    }

    private void finishChunk() {
        if (isTooLong) {
            reject("record_too_large", chunkLine, chunk.toString());
        } else if (chunkLine > 0) {
            parse(chunk.toString(), chunkLine);
        }
        chunk.setLength(0);
        chunkLine = 0;
        isTooLong = false;
    }

    /** Parses the entries of a text that begins at a line; text between them is a comment. */
    private void parse(String text, int firstLine) {
        Matcher start = ENTRY.matcher(text);
        int line = firstLine;
        int counted = 0;
        for (int from = 0; start.find(from); ) {
            line += (int) text.substring(counted, start.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            counted = start.start();
            String type = start.group(1).toLowerCase(Locale.ROOT);
            boolean inBraces = start.group(2).equals("{");
            int end = end(text, start.end(), inBraces, false);
            boolean hasEscapes = end == UNCLOSED;
            if (hasEscapes) {
                end = end(text, start.end(), inBraces, true);
            }
            if (end == TOO_DEEP) {
                reject("bibtex_too_deep", line, text.substring(start.start()));
                return;
            }
            boolean isClosed = end != UNCLOSED;
            from = isClosed ? end : text.length();
            String body = text.substring(start.end(), isClosed ? end - 1 : text.length());
            if (!type.equals("comment") && !type.equals("preamble")) {
                entry(type, body, line, isClosed, hasEscapes, text.substring(start.start(), from));
            }
        }
    }

    private void entry(String type, String body, int line, boolean isClosed, boolean hasEscapes, String written) {
        try {
            EntryParser parser = new EntryParser(body, abbreviations, hasEscapes);
            switch (type) {
                case "string" -> parser.definition();
                case "include" -> throw new BadInputException("bibtex_malformed", "@include is not followed");
                default -> {
                    // Parsed first, since it knows which field is at fault.
                    Entry entry = parser.entry(type, file, line, sink);
                    if (!isClosed) {
                        throw new BadInputException(
                                "bibtex_malformed",
                                entry.key() + ": the entry is not closed before the next one begins");
                    }
                    entries.read(entry);
                }
            }
        } catch (BadInputException e) {
            reject(e.code(), line, e.code().equals("record_too_large") ? written : String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the offset after an entry whose opening brace or parenthesis ends before the given offset.
     *
     * @param hasEscapes whether a backslash takes the meaning from a brace
     */
    private static int end(String text, int from, boolean inBraces, boolean hasEscapes) {
        int depth = 0;
        boolean isQuoted = false;
        for (int i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i += hasEscapes ? 1 : 0;
                case '"' -> isQuoted ^= depth == 0 && isAtValue(text, i, isQuoted);
                case '{' -> {
                    depth++;
                    if (depth > MAX_DEPTH) {
                        return TOO_DEEP;
                    }
                }
                case '}' -> {
                    if (depth == 0) {
                        return inBraces ? i + 1 : UNCLOSED;
                    }
                    depth--;
                }
                case ')' -> {
                    if (depth == 0 && !inBraces && !isQuoted) {
                        return i + 1;
                    }
                }
                default -> {
                    // Text.
                }
            }
        }
        return UNCLOSED;
    }

    /** Returns whether a quote ends a value, or stands where one may begin. */
    private static boolean isAtValue(String text, int quote, boolean isQuoted) {
        int before = quote - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return isQuoted || (before >= 0 && "=#".indexOf(text.charAt(before)) >= 0);
    }

    private void reject(String code, int line, String value) {
        sink.reject(new Rejection(code, file, line, value.strip()));
    }
}
