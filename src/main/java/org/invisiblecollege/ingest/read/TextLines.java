package org.invisiblecollege.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text line by line. A line ends in LF, CR LF or CR; a byte order mark and NUL characters are left out. The
 * rest of a line longer than {@link #MAX_LENGTH} is skipped, so memory stays bounded. Not thread-safe.
 */
public final class TextLines {

    /** Bytes of a line that are kept. */
    public static final int MAX_LENGTH = 1 << 22;

    private final InputStream in;
    private final @Nullable TextDecoder decoder;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    private byte[] line = new byte[1024];
    private int length;
    private int number;
    private String text = "";
    private boolean utf8;
    private boolean tooLong;

    /** Reads a text that has to be UTF-8 from the stream, which the caller closes. */
    public TextLines(InputStream in) {
        this.in = in;
        this.decoder = null;
    }

    /** Reads a text whose lines are decoded by a decoder; all of them count as UTF-8. */
    public TextLines(InputStream in, TextDecoder decoder) {
        this.in = in;
        this.decoder = decoder;
    }

    /** Goes to the next line; false at the end. */
    public boolean next() throws IOException {
        length = 0;
        tooLong = false;
        if (peek() < 0) {
            return false;
        }
        for (int b = read(); b >= 0 && b != '\n'; b = read()) {
            if (b == '\r') {
                if (peek() == '\n') {
                    read();
                }
                break;
            }
            append((byte) b);
        }
        number++;
        decode();
        return true;
    }

    /** Returns the line without its line break; its beginning if it is too long. */
    public String text() {
        return text;
    }

    /** Returns the number of the line, from 1. */
    public int number() {
        return number;
    }

    /** Returns whether the line is UTF-8; where it is not, the text has replacement characters. */
    public boolean isUtf8() {
        return utf8;
    }

    /** Returns whether the line was longer than {@link #MAX_LENGTH}. */
    public boolean isTooLong() {
        return tooLong;
    }

    private void append(byte b) {
        if (length == MAX_LENGTH) {
            tooLong = true;
            return;
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = b;
    }

    private void decode() {
        if (decoder == null) {
            strictly();
        } else {
            text = decoder.decode(line, length, number);
            utf8 = true;
        }
        if (number == 1 && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.indexOf('\0') >= 0) {
            text = text.replace("\0", "");
        }
    }

    private void strictly() {
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
            utf8 = true;
        } catch (CharacterCodingException e) {
            text = new String(line, 0, length, StandardCharsets.UTF_8);
            // A line that was cut off in the middle of a character may still be UTF-8.
            utf8 = tooLong;
        }
    }

    private int peek() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at == end ? -1 : buffer[at] & 0xFF;
    }

    private int read() throws IOException {
        int b = peek();
        if (b >= 0) {
            at++;
        }
        return b;
    }
}
