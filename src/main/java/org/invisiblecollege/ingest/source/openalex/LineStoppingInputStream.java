package org.invisiblecollege.ingest.source.openalex;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text as a whole or line by line, each line as a stream of its own, and shows the beginning of the text before it
 * is read. Not thread-safe.
 */
final class LineStoppingInputStream extends InputStream {

    private final InputStream in;
    private final byte[] buffer;
    private int from;
    private int to;
    private boolean isEnded;
    private @Nullable IOException failure;
    private boolean stopsAtLineEnd;

    /**
     * Reads a text.
     *
     * @param window bytes that can be seen before they are read
     */
    LineStoppingInputStream(InputStream in, int window) {
        this.in = in;
        buffer = new byte[window];
    }

    /** Returns the beginning of the text, or all of it. */
    byte[] beginning() {
        while (to < buffer.length && !isEnded) {
            fill();
        }
        return Arrays.copyOfRange(buffer, from, to);
    }

    /** Returns whether {@link #beginning()} was all of the text. */
    boolean isAllSeen() {
        return isEnded;
    }

    /** Makes each line end the stream until {@link #nextLine()}, from here on. */
    void stopAtLineEnds() {
        stopsAtLineEnd = true;
    }

    /** Skips the rest of a line; false at the end of the text. */
    boolean nextLine() throws IOException {
        while (hasMore()) {
            int end = lineEnd(to);
            if (end < to) {
                from = end + 1;
                return hasMore();
            }
            from = to;
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int end = Math.min(to, from + length);
        if (stopsAtLineEnd) {
            end = lineEnd(end);
            if (end == from) {
                return -1;
            }
        }
        int count = end - from;
        System.arraycopy(buffer, from, bytes, offset, count);
        from = end;
        return count;
    }

    private boolean hasMore() throws IOException {
        while (from == to && !isEnded) {
            from = 0;
            to = 0;
            fill();
        }
        if (from == to && failure != null) {
            IOException thrown = failure;
            failure = null;
            throw thrown;
        }
        return from < to;
    }

    private void fill() {
        try {
            int count = in.read(buffer, to, buffer.length - to);
            isEnded = count < 0;
            to += Math.max(0, count);
        } catch (IOException e) {
            // What was read before it still counts.
            failure = e;
            isEnded = true;
        }
    }

    private int lineEnd(int limit) {
        int end = from;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
    }
}
