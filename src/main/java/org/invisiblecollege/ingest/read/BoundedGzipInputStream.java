package org.invisiblecollege.ingest.read;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a file's content and unpacks it if it is gzipped. It knows how much of the file was read and stops a gzip bomb. It
 * throws {@link BadInputException} with {@code gzip_truncated}, {@code gzip_malformed} or {@code gzip_expansion}.
 */
public final class BoundedGzipInputStream extends InputStream {

    private static final int BUFFER = 1 << 16;
    private static final long MAX_UNCHECKED_BYTES = 100L << 20;
    private static final int MAX_RATIO = 200;

    private final CountingInputStream file;
    private final InputStream content;
    private final boolean isPacked;
    private long unpacked;

    /** Opens a file that may unpack to 100 MiB or 200 times its size, whichever is more. */
    public BoundedGzipInputStream(InputStream in) throws IOException {
        file = new CountingInputStream(in);
        BufferedInputStream start = new BufferedInputStream(file, BUFFER);
        start.mark(2);
        isPacked = start.read() == 0x1f && start.read() == 0x8b;
        start.reset();
        content = isPacked ? unpack(start) : start;
    }

    /** Returns the bytes of the file that were read so far. */
    public long bytesRead() {
        return file.count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!isPacked) {
            return content.read(bytes, offset, length);
        }
        int count;
        try {
            count = content.read(bytes, offset, length);
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
        unpacked += Math.max(0, count);
        if (unpacked > MAX_UNCHECKED_BYTES && unpacked / MAX_RATIO > file.count) {
            throw new BadInputException("gzip_expansion", "more than " + MAX_RATIO + " times its size");
        }
        return count;
    }

    private static InputStream unpack(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    private static BadInputException damaged(IOException e) {
        return new BadInputException(
                e instanceof EOFException ? "gzip_truncated" : "gzip_malformed", String.valueOf(e.getMessage()));
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Counts the bytes that are read from a file. */
    private static final class CountingInputStream extends FilterInputStream {

        long count;

        CountingInputStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
