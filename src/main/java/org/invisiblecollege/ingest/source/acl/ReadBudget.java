package org.invisiblecollege.ingest.source.acl;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.invisiblecollege.ingest.read.BadInputException;

/** Limits what is read for one record, since a parser keeps all of a text, an attribute or a comment. */
final class ReadBudget extends FilterInputStream {

    private final long allowance;
    private long left;

    ReadBudget(InputStream in, long allowance) {
        super(in);
        this.allowance = allowance;
        left = allowance;
    }

    /** Begins another record. */
    void renew() {
        left = allowance;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new BadInputException("record_too_large", "more than " + allowance + " bytes");
        }
        int count = super.read(bytes, offset, length);
        left -= Math.max(0, count);
        return count;
    }
}
