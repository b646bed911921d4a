package org.invisiblecollege.ingest.source.openalex;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Detects from the beginning of a file whether it is a table, JSON Lines or one JSON text. */
final class FileLayout {

    private static final String MERGE_TABLE = "merge_date,id,merge_into_id";

    private static final Pattern PAGE = Pattern.compile("\\{\\s*\"(?:meta|results|group_by)\"");

    private FileLayout() {}

    /** Returns whether it is one of the tables of merged ids in a snapshot. */
    static boolean isMergeTable(byte[] beginning) {
        return latin(beginning).startsWith(MERGE_TABLE);
    }

    /**
     * Returns whether it is JSON Lines. The first line may be broken; where it is no value by itself, the second one decides: in
     * JSON that spans lines it begins with a brace only if the first one ends within an array or the like. A first line that
     * is longer than the beginning is taken for a work unless it begins like a page.
     *
     * @param isAll whether the beginning is the whole file
     */
    static boolean isLines(byte[] beginning, boolean isAll) {
        List<String> lines = latin(beginning)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(2)
                .toList();
        if (lines.isEmpty()) {
            return false;
        }
        String first = lines.getFirst().strip();
        if (lines.size() < 2) {
            return !isAll && first.startsWith("{") && !PAGE.matcher(first).lookingAt();
        }
        if (isClosed(first)) {
            return true;
        }
        return !first.startsWith("[")
                && "[{,:".indexOf(first.charAt(first.length() - 1)) < 0
                && lines.getLast().startsWith("{");
    }

    /** Returns whether all braces and brackets that are opened are closed. */
    private static boolean isClosed(String line) {
        int depth = 0;
        boolean isString = false;
        for (int i = 0; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case '"' -> isString = !isString;
                case '\\' -> i += isString ? 1 : 0;
                case '{', '[' -> depth += isString ? 0 : 1;
                case '}', ']' -> depth -= isString ? 0 : 1;
                default -> {
                    // Does not nest.
                }
            }
        }
        return depth == 0;
    }

    /** Returns the bytes as characters, without a byte order mark. */
    private static String latin(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    }
}
