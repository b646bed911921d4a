package org.invisiblecollege.ingest.source.csl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Splits a text into its outermost JSON objects without parsing them, so that an error in one leaves the others readable.
 * Everything between them, such as the array they are in, is skipped. Not thread-safe.
 */
final class ItemSplitter {

    /** Bytes of an item that are kept. */
    private static final int MAX_ITEM_BYTES = 1 << 23;

    private final InputStream in;
    private final ByteArrayOutputStream item = new ByteArrayOutputStream();
    private boolean tooLarge;
    private int line;
    private int depth;
    private int maxDepth;

    private int currentLine = 1;
    /** Whether the last byte was the opening brace of the next item. */
    private boolean begun;

    private boolean inArray;
    private boolean anyItem;

    ItemSplitter(InputStream in) {
        this.in = in;
    }

    /** Goes to the next item; false at the end. */
    boolean next() throws IOException {
        while (!begun) {
            int b = read();
            if (b < 0) {
                return false;
            }
            inArray |= b == '[' && !anyItem;
            begun = b == '{';
        }
        begun = false;
        anyItem = true;
        collect();
        return true;
    }

    /** Returns the item, perhaps cut off; its beginning if it is too large. */
    byte[] bytes() {
        return item.toByteArray();
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    /** Returns the line in which the item begins, from 1. */
    int line() {
        return line;
    }

    /** Returns the depth of its nested objects and arrays, itself included. */
    int depth() {
        return maxDepth;
    }

    private void collect() throws IOException {
        item.reset();
        item.write('{');
        tooLarge = false;
        line = currentLine;
        depth = 1;
        maxDepth = 1;
        boolean quoted = false;
        boolean escaped = false;
        int last = '{';
        boolean lineBegins = false;
        boolean broken = false;
        while (depth > 0) {
            int b = read();
            if (b < 0) {
                return;
            }
            if (b == '{' && !quoted && (broken || isNextItem(last, lineBegins))) {
                begun = true;
                return;
            }
            append(b);
            lineBegins = b == '\n';
            if (quoted && b != '\n') {
                quoted = escaped || b != '"';
                escaped = !escaped && b == '\\';
            } else {
                // A string has no line break in it, so one that is never closed ends here.
                broken |= quoted;
                quoted = b == '"';
                escaped = false;
                countDepth(b);
            }
            last = b > ' ' ? b : last;
        }
    }

    /** Returns whether an object begins where none may be, or at the beginning of a line of JSON Lines. */
    private boolean isNextItem(int last, boolean lineBegins) {
        boolean allowed = last == '[' || last == ',' || last == ':';
        return !allowed || (lineBegins && !inArray);
    }

    private void countDepth(int b) {
        if (b == '{' || b == '[') {
            depth++;
            maxDepth = Math.max(maxDepth, depth);
        } else if (b == '}' || b == ']') {
            depth--;
        }
    }

    private void append(int b) {
        if (item.size() < MAX_ITEM_BYTES) {
            item.write(b);
        } else {
            tooLarge = true;
        }
    }

    private int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            currentLine += b == '\n' ? 1 : 0;
        }
        return b;
    }
}
