package org.invisiblecollege.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Splits a text into its outermost JSON objects, or those in a list that they wrap, without parsing them, so that an error in
 * one leaves others readable. After an error it goes on at the next line that begins with a brace where the objects begin;
 * without such lines the rest is one damaged item. Not thread-safe.
 */
final class ItemSplitter {

    /** Deeper nesting is no item of any format; it is only followed to find its end. */
    private static final int MAX_DEPTH_FOLLOWED = 1 << 20;
    /** Names on the way to a wrapped list are shorter. */
    private static final int MAX_NAME_LENGTH = 40;

    private static final int RECORD_SEPARATOR = 0x1E;

    private final InputStream in;
    private final int maxItemBytes;
    private final List<List<String>> paths;
    private final int maxPathLength;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    private byte[] item = new byte[256];
    private int length;
    private boolean tooLarge;
    private boolean damaged;
    private boolean cutOff;
    private int line;
    private int maxDepth;

    private int currentLine = 1;
    /** Bytes of the line before the last one that was read. */
    private int column;

    private int nextColumn;
    private boolean firstOnLine;
    private boolean blankSoFar = true;
    private boolean afterReturn;
    /** The column in which items begin. */
    private int itemColumn = Integer.MAX_VALUE;
    /** Whether the last byte was the opening brace of the next item. */
    private boolean begun;
    /** Lists that are open around items. */
    private int lists;
    /** Lists that are open around the object that wraps the items. */
    private int listsAroundWrapper;
    /** Objects that are open around the wrapped list; 0 where items are not wrapped. */
    private int wrappers;

    private int wrapperColumn;

    private int depth;
    private final BitSet objects = new BitSet();
    private final StringBuilder lastText = new StringBuilder();
    private final String[] names;

    /**
     * Creates a splitter.
     *
     * @param paths names of the members that lead from an outermost object to a list of items
     */
    ItemSplitter(InputStream in, List<List<String>> paths, int maxItemBytes) {
        this.in = in;
        this.paths = paths;
        this.maxItemBytes = maxItemBytes;
        this.maxPathLength = paths.stream().mapToInt(List::size).max().orElse(0);
        this.names = new String[maxPathLength + 1];
        Arrays.fill(names, "");
    }

    /** Goes to the next item; false at the end. */
    boolean next() throws IOException {
        while (true) {
            int b = begun ? '{' : read();
            begun = false;
            if (b < 0) {
                return endsTooEarly();
            }
            switch (b) {
                case ' ', '\t', '\r', '\n', ',', 0xEF, 0xBB, 0xBF, RECORD_SEPARATOR -> {
                    // Stands between items.
                }
                case '[' -> lists++;
                case '{' -> {
                    begin(b, false);
                    if (!collect('{')) {
                        return true;
                    }
                }
                case ']' -> {
                    if (lists == 0 || !closeList()) {
                        return true;
                    }
                }
                default -> {
                    begin(b, true);
                    collect(b);
                    return true;
                }
            }
        }
    }

    /** Returns the item, perhaps cut off; its beginning if it is too large. Only {@link #length} bytes belong to it. */
    byte[] bytes() {
        return item;
    }

    int length() {
        return length;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    /** Returns whether it is no whole object, as far as can be told without parsing it. */
    boolean isDamaged() {
        return damaged;
    }

    /** Returns the line in which the item begins, from 1. */
    int line() {
        return line;
    }

    /** Returns the depth of its nested objects and lists, itself included. */
    int depth() {
        return maxDepth;
    }

    /** Reports once that a list is not closed. */
    private boolean endsTooEarly() {
        if (cutOff || (lists == 0 && wrappers == 0)) {
            return false;
        }
        length = 0;
        line = currentLine;
        damaged = true;
        cutOff = true;
        tooLarge = false;
        return true;
    }

    /** Closes a list between items; false if what follows a wrapped list is damaged. */
    private boolean closeList() throws IOException {
        lists--;
        if (wrappers == 0 || lists > 0) {
            return true;
        }
        int open = wrappers;
        wrappers = 0;
        lists = listsAroundWrapper;
        begin(']', false);
        depth = open;
        objects.set(1, open + 1);
        collect(']');
        return !damaged;
    }

    private void begin(int first, boolean isDamaged) {
        length = 0;
        tooLarge = false;
        append(first);
        damaged = isDamaged;
        line = currentLine;
        maxDepth = 1;
        depth = 1;
        objects.clear();
        objects.set(1);
        itemColumn = Math.min(itemColumn, column);
    }

    /** Reads an item up to its end; true if it turns out to wrap a list of items. */
    private boolean collect(int first) throws IOException {
        boolean quoted = false;
        boolean escaped = false;
        int last = first;
        int lineBreaks = 0;
        while (true) {
            int b = read();
            if (b < 0) {
                damaged = true;
                cutOff = true;
                return false;
            }
            boolean mayBegin = b == '{' && firstOnLine && column <= itemColumn && !quoted;
            if (mayBegin && (damaged || !isObjectAllowed(last) || isNextLine(lineBreaks))) {
                damaged = true;
                begun = true;
                leaveWrapper();
                return false;
            }
            append(b);
            boolean isLineBreak = b == '\n' || b == '\r';
            lineBreaks += isLineBreak ? 1 : 0;
            if (quoted && !isLineBreak) {
                quoted = escaped || b != '"';
                escaped = !escaped && b == '\\';
                keep(b, quoted);
            } else if (!damaged) {
                // A text has no line break in it, so one that is never closed ends here.
                damaged = quoted;
                quoted = b == '"';
                escaped = false;
                if (structure(b, last)) {
                    return true;
                }
                if (depth == 0) {
                    return false;
                }
            } else {
                quoted = false;
            }
            last = b > ' ' ? b : last;
        }
    }

    /** Leaves a damaged list where an object begins that stands beside the one that wraps it. */
    private void leaveWrapper() {
        if (wrappers > 0 && column <= wrapperColumn && column < itemColumn) {
            wrappers = 0;
            lists = listsAroundWrapper;
        }
    }

    /** Returns whether an object may stand behind a byte. */
    private boolean isObjectAllowed(int last) {
        return last == '[' || last == ':' || (last == ',' && !objects.get(depth));
    }

    /** Returns whether a line of JSON Lines begins, so that the line before was cut off. */
    private boolean isNextLine(int lineBreaks) {
        return lists == 0 && wrappers == 0 && lineBreaks == 1 && length > 3;
    }

    private void keep(int b, boolean quoted) {
        if (depth <= maxPathLength && quoted && lastText.length() < MAX_NAME_LENGTH) {
            lastText.append((char) b);
        }
    }

    /** Follows what opens and closes; true at the beginning of a wrapped list. */
    private boolean structure(int b, int last) {
        switch (b) {
            case '"' -> lastText.setLength(0);
            case ':' -> {
                if (depth <= maxPathLength) {
                    names[depth] = lastText.toString();
                }
            }
            case '{' -> {
                damaged = !isObjectAllowed(last);
                open(true);
            }
            case '[' -> {
                if (last == ':' && isPath()) {
                    wrappers = depth;
                    listsAroundWrapper = lists;
                    lists = 1;
                    wrapperColumn = itemColumn;
                    itemColumn = Integer.MAX_VALUE;
                    return true;
                }
                open(false);
            }
            case '}', ']' -> {
                damaged = objects.get(depth) != (b == '}');
                depth -= damaged ? 0 : 1;
            }
            default -> {
                // Neither opens nor closes.
            }
        }
        return false;
    }

    private void open(boolean isObject) {
        depth++;
        maxDepth = Math.max(maxDepth, depth);
        if (depth > MAX_DEPTH_FOLLOWED) {
            damaged = true;
        } else {
            objects.set(depth, isObject);
        }
    }

    private boolean isPath() {
        if (depth > maxPathLength || wrappers > 0 || objects.nextClearBit(1) <= depth) {
            return false;
        }
        return paths.contains(Arrays.asList(names).subList(1, depth + 1));
    }

    private void append(int b) {
        if (length == maxItemBytes) {
            tooLarge = true;
            return;
        }
        if (length == item.length) {
            item = Arrays.copyOf(item, Math.min(2 * length, maxItemBytes));
        }
        item[length++] = (byte) b;
    }

    private int read() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                return -1;
            }
        }
        int b = buffer[at++] & 0xFF;
        column = nextColumn;
        firstOnLine = blankSoFar && b > ' ';
        if (b == '\n' || b == '\r') {
            currentLine += b == '\n' && afterReturn ? 0 : 1;
            nextColumn = 0;
            blankSoFar = true;
        } else {
            nextColumn++;
            blankSoFar &= b <= ' ';
        }
        afterReturn = b == '\r';
        return b;
    }
}
