package org.invisiblecollege.ingest.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.invisiblecollege.ingest.record.RecordSink;

/** Gives a text in UTF-16 as UTF-8. Not thread-safe. */
public final class Utf16InputStream extends InputStream {

    private static final int EXAMINED = 512;

    private final Reader reader;
    private final char[] chars = new char[1 << 12];
    private byte[] bytes = {};
    private int at;
    /** The first half of a pair that the next characters complete; 0 if there is none. */
    private char high;

    private Utf16InputStream(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(in, charset);
    }

    /** Returns the content in UTF-8 if it is UTF-16, with a byte order mark or without, else as it is. */
    static InputStream utf8(InputStream in, String file, RecordSink sink) throws IOException {
        byte[] buffer = new byte[EXAMINED];
        int length = 0;
        InputStream rest = in;
        try {
            for (int count = 0; count >= 0 && length < EXAMINED; length += Math.max(0, count)) {
                count = in.read(buffer, length, EXAMINED - length);
            }
        } catch (BadInputException e) {
            rest = damaged(e);
        }
        byte[] beginning = Arrays.copyOf(buffer, length);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(beginning), rest);
        Charset charset = charset(beginning, beginning.length);
        if (charset.equals(StandardCharsets.UTF_8)) {
            return whole;
        }
        sink.encoding(file, charset.name());
        return new Utf16InputStream(whole, charset);
    }

    /** Returns a stream that fails once what came before the damage is read. */
    private static InputStream damaged(BadInputException damage) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw damage;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw damage;
            }
        };
    }

    /** Returns the form of UTF-16 of a beginning; UTF-8 if it is another encoding. */
    public static Charset charset(byte[] beginning, int length) {
        if (length < 2) {
            return StandardCharsets.UTF_8;
        }
        if (beginning[0] == (byte) 0xFF && beginning[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (beginning[0] == (byte) 0xFE && beginning[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < length; i++) {
            if (beginning[i] == 0) {
                evenZeros += i % 2 == 0 ? 1 : 0;
                oddZeros += i % 2;
            }
        }
        // Most of a bibliography's characters are ASCII, one half of which is zero.
        if (evenZeros == 0 && oddZeros > length / 4) {
            return StandardCharsets.UTF_16LE;
        }
        return oddZeros == 0 && evenZeros > length / 4 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int from = high == 0 ? 0 : 1;
            chars[0] = high;
            int count = reader.read(chars, from, chars.length - from);
            if (count < 0) {
                return false;
            }
            int end = from + count;
            high = Character.isHighSurrogate(chars[end - 1]) ? chars[end - 1] : 0;
            bytes = new String(Arrays.copyOf(chars, high == 0 ? end : end - 1)).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
