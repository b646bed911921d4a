package org.invisiblecollege.ingest.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Warning;

/**
 * Decodes the parts of a file that should be UTF-8. A file in which other bytes come before any character of several bytes is
 * taken for Windows-1252 and warned of once as {@code windows_1252}; elsewhere bytes that are no UTF-8 become U+FFFD, and
 * each part with them is warned of as {@code invalid_utf8}. Not thread-safe.
 */
public final class TextDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final RecordSink sink;
    private final String file;
    private boolean hasUtf8;
    private boolean isWindows;

    public TextDecoder(RecordSink sink, String file) {
        this.sink = sink;
        this.file = file;
    }

    /**
     * Returns the text of some bytes.
     *
     * @param line where they begin
     */
    public String decode(byte[] bytes, int length, int line) {
        if (isAscii(bytes, length)) {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            hasUtf8 = true;
            return text;
        } catch (CharacterCodingException e) {
            return foreign(bytes, length, line);
        }
    }

    private String foreign(byte[] bytes, int length, int line) {
        String replaced = new String(bytes, 0, length, StandardCharsets.UTF_8);
        boolean isMixed = replaced.chars().anyMatch(c -> c >= 0x80 && c != '\uFFFD');
        if (isWindows || (!hasUtf8 && !isMixed)) {
            if (!isWindows) {
                isWindows = true;
                sink.encoding(file, WINDOWS_1252.name());
                sink.warn(new Warning("windows_1252", file, line, "read as Windows-1252, since it is no UTF-8"));
            }
            return new String(bytes, 0, length, WINDOWS_1252);
        }
        sink.warn(new Warning("invalid_utf8", file, line, replaced.strip()));
        return replaced;
    }

    private static boolean isAscii(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
