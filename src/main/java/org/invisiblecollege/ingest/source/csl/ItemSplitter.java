package org.invisiblecollege.ingest.source.csl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a text into its outermost JSON objects without parsing them, so that an error in one leaves the others readable.
 * What lies between them, such as the array they are in, is passed over. Not thread-safe.
 */
final class ItemSplitter {

    /** The largest item kept whole, in bytes. */
    private static final int MAX_ITEM_BYTES = 1 << 23;

    private final InputStream in;
    private final ByteArrayOutputStream item = new ByteArrayOutputStream();
    private boolean tooLarge;
    private int line;
    private int depth;
    private int deepest;

    private int currentLine = 1;
    /** Whether the last byte was the brace of an item not yet gathered. */
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
        gather();
        return true;
    }

    /** The item, perhaps cut off; its beginning if it is too large. */
    byte[] bytes() {
        return item.toByteArray();
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    /** Where the item begins, from 1. */
    int line() {
        return line;
    }

    /** How deep its objects and arrays lie in each other, itself included. */
    int depth() {
        return deepest;
    }

    private void gather() throws IOException {
        item.reset();
        item.write('{');
        tooLarge = false;
        line = currentLine;
        depth = 1;
        deepest = 1;
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
                // No string has a line break in it: one never closed ends here.
                broken |= quoted;
                quoted = b == '"';
                escaped = false;
                nest(b);
            }
            last = b > ' ' ? b : last;
        }
    }

    /** An object where none may be, or at the beginning of a line of JSON Lines, is not part of this item. */
    private boolean isNextItem(int last, boolean lineBegins) {
        boolean allowed = last == '[' || last == ',' || last == ':';
        return !allowed || (lineBegins && !inArray);
    }

    private void nest(int b) {
        if (b == '{' || b == '[') {
            depth++;
            deepest = Math.max(deepest, depth);
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
