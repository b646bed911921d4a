package org.invisiblecollege.ingest.source.bibtex;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.TextLines;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.jbibtex.BibTeXEntry;
import org.jspecify.annotations.Nullable;

/**
 * Splits one library into entries, each of which is parsed by itself because the parser stops at the first error. Not
 * thread-safe; reads once.
 */
final class LibraryReader {

    private static final int MAX_ENTRY_LENGTH = TextLines.MAX_LENGTH;

    /** Of nested braces, and of values joined by number signs, since the parser calls itself for each of them. */
    private static final int MAX_DEPTH = 100;

    private static final int UNCLOSED = -1;
    private static final int TOO_DEEP = -2;

    private static final Pattern START = Pattern.compile("\\s*@\\s*[A-Za-z]+\\s*[{(]");
    private static final Pattern ENTRY = Pattern.compile("@\\s*([A-Za-z]+)\\s*([{(])");

    private final TextLines lines;
    private final String file;
    private final EntryReader entries;
    private final RecordSink sink;

    private final EntryParser parser = new EntryParser();
    private final StringBuilder chunk = new StringBuilder();
    private int chunkLine;
    private @Nullable String chunkProblem;

    LibraryReader(InputStream in, String file, EntryReader entries, RecordSink sink) {
        this.lines = new TextLines(in);
        this.file = file;
        this.entries = entries;
        this.sink = sink;
    }

    void read() throws IOException {
        while (nextLine()) {
            String line = lines.text();
            if (START.matcher(line).lookingAt()) {
                finishChunk();
                chunkLine = lines.number();
            }
            if (chunkLine > 0) {
                append(line);
            }
        }
        finishChunk();
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
        if (!lines.isUtf8() && chunkProblem == null) {
            chunkProblem = "invalid_utf8";
        }
        if (lines.isTooLong() || chunk.length() + line.length() > MAX_ENTRY_LENGTH) {
            chunkProblem = EntryParser.TOO_LARGE;
        } else {
            chunk.append(line).append('\n');
        }
    }

    private void finishChunk() {
        if (chunkProblem != null) {
            reject(chunkProblem, chunkLine, chunk.toString());
        } else if (chunkLine > 0) {
            parse(chunk.toString(), chunkLine);
        }
        chunk.setLength(0);
        chunkLine = 0;
        chunkProblem = null;
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
            int end = end(text, start.end(), start.group(2).equals("{"));
            if (end == TOO_DEEP) {
                reject(EntryParser.TOO_DEEP, line, text.substring(start.start()));
                return;
            }
            boolean closed = end != UNCLOSED;
            from = closed ? end : text.length();
            if (start.group(1).equalsIgnoreCase("comment")) {
                continue;
            }
            if (closed) {
                // The parser knows only braces, the format parentheses as well.
                parseEntry("@" + start.group(1) + "{" + text.substring(start.end(), end - 1) + "}", line);
            } else {
                reject(EntryParser.MALFORMED, line, text.substring(start.start()));
            }
        }
    }

    /** Returns the offset after an entry whose opening brace or parenthesis ends before the given offset. */
    private static int end(String text, int from, boolean inBraces) {
        int depth = 0;
        int joined = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> quoted ^= depth == 0;
                case '#' -> {
                    joined += depth == 0 && !quoted ? 1 : 0;
                    if (joined > MAX_DEPTH) {
                        return TOO_DEEP;
                    }
                }
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
                    if (depth == 0 && !inBraces) {
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

    private void parseEntry(String text, int line) {
        List<BibTeXEntry> parsed;
        try {
            parsed = parser.parse(text, file + ":" + line);
        } catch (BadInputException e) {
            reject(e.code(), line, text);
            return;
        }
        parsed.forEach(entry -> entries.read(entry, file, line));
    }

    private void reject(String code, int line, String value) {
        sink.reject(new Rejection(code, file, line, value.strip()));
    }
}
