package org.invisiblecollege.ingest.source.openalex;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Tells from the beginning of a text whether each of its lines is a text of its own. */
final class FileLayout {

    private static final String MERGE_TABLE = "merge_date,id,merge_into_id";

    private static final Pattern PAGE = Pattern.compile("\\{\\s*\"(?:meta|results|group_by)\"");

    private FileLayout() {}

    /** Whether it is one of the tables of merged ids in a snapshot. */
    static boolean isMergeTable(byte[] beginning) {
        return latin(beginning).startsWith(MERGE_TABLE);
    }

    /**
     * Whether it is JSON Lines. A first line may be broken, so where it is no value by itself the second one tells: in
     * JSON written over several lines it does not begin with a brace unless the first one ends within an array or the
     * like. A first line that is longer than what is seen of it may be a page, or else a work.
     *
     * @param isAll whether nothing follows
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

    /** Whether all braces and brackets that are opened are closed. */
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
                    // Says nothing of the form.
                }
            }
        }
        return depth == 0;
    }

    /** The bytes as characters, all of them, behind a byte-order mark. */
    private static String latin(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    }
}
