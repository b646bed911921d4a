package org.invisiblecollege.ingest.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Limits how many bytes are read for one record, since a parser keeps all of a text, an attribute or a comment. Throws
 * {@link BadInputException} with {@code record_too_large}. Not thread-safe.
 */
public final class BoundedRecordInputStream extends FilterInputStream {

    private final long maxRecordBytes;
    private long left;

    public BoundedRecordInputStream(InputStream in, long maxRecordBytes) {
        super(in);
        this.maxRecordBytes = maxRecordBytes;
        left = maxRecordBytes;
    }

    /** Counts from zero again, for the next record. */
    public void beginRecord() {
        left = maxRecordBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new BadInputException("record_too_large", "more than " + maxRecordBytes + " bytes");
        }
        int count = super.read(bytes, offset, length);
        left -= Math.max(0, count);
        return count;
    }
}
