package org.invisiblecollege.ingest.source.xml;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.TextDecoder;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Warning;

/**
 * Gives XML without what would end its reading early: in a file that should be UTF-8, other bytes are decoded as {@link TextDecoder}
 * has it, and a control character that XML forbids, which programs export with the texts that users pasted, becomes a space and is
 * warned of once as {@code control_character}. UTF-16 is left as it is. Not thread-safe.
 */
final class RepairedXmlInputStream extends FilterInputStream {

    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]*)[\"']");
    private static final int BUFFER = 1 << 13;
    private static final int MAX_CHARACTER_BYTES = 4;

    private final RecordSink sink;
    private final String file;
    private final TextDecoder decoder;
    private final byte[] raw = new byte[BUFFER];
    /** How many bytes of {@link #raw} are the beginning of a character. */
    private int held;

    private byte[] ready = new byte[0];
    private int at;
    private int line = 1;
    private boolean isBegun;
    private boolean isEnded;
    private boolean isUtf16;
    private boolean isUtf8;
    private boolean isReported;

    RepairedXmlInputStream(InputStream in, RecordSink sink, String file) {
        super(in);
        this.sink = sink;
        this.file = file;
        decoder = new TextDecoder(sink, file);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (at == ready.length) {
            if (isEnded) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, bytes, offset, count);
        at += count;
        return count;
    }

    private void fill() throws IOException {
        int count = in.read(raw, held, raw.length - held);
        isEnded = count < 0;
        int length = held + Math.max(0, count);
        if (!isBegun && length > 0) {
            isBegun = true;
            begin(length);
        }
        int whole = isEnded || !isUtf8 ? length : wholeCharacters(length);
        ByteArrayOutputStream repaired = new ByteArrayOutputStream(whole + MAX_CHARACTER_BYTES);
        int from = 0;
        for (int i = 0; i < whole; i++) {
            if (isUtf16) {
                continue;
            }
            clean(i);
            if (raw[i] == '\n') {
                repair(from, i + 1, repaired);
                from = i + 1;
                line++;
            }
        }
        repair(from, whole, repaired);
        held = length - whole;
        System.arraycopy(raw, whole, raw, 0, held);
        ready = repaired.toByteArray();
        at = 0;
    }

    private void begin(int length) {
        int first = raw[0] & 0xff;
        isUtf16 = first == 0 || first >= 0xfe || (length > 1 && raw[1] == 0);
        Matcher declared = DECLARED.matcher(
                new String(raw, 0, length, StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", ""));
        isUtf8 = !isUtf16
                && (!declared.find()
                        || declared.group(1).equalsIgnoreCase("utf-8")
                        || declared.group(1).equalsIgnoreCase("utf8"));
    }

    /** Returns how many bytes come before a character whose end may still be to come. */
    private int wholeCharacters(int length) {
        for (int i = length - 1; i >= Math.max(0, length - MAX_CHARACTER_BYTES + 1); i--) {
            if ((raw[i] & 0xc0) == 0xc0) {
                return i;
            }
        }
        return length;
    }

    private void clean(int i) {
        byte b = raw[i];
        if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
            raw[i] = ' ';
            if (!isReported) {
                isReported = true;
                sink.warn(new Warning("control_character", file, line, "read as a space, since XML forbids it"));
            }
        }
    }

    private void repair(int from, int to, ByteArrayOutputStream repaired) {
        if (isUtf8 && !isAscii(from, to)) {
            byte[] part = Arrays.copyOfRange(raw, from, to);
            repaired.writeBytes(decoder.decode(part, part.length, line).getBytes(StandardCharsets.UTF_8));
        } else {
            repaired.write(raw, from, to - from);
        }
    }

    private boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (raw[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
