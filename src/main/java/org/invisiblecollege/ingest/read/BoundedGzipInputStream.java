package org.invisiblecollege.ingest.read;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file's content, unpacked if it is gzipped. Says how much of the file was read and stops a gzip bomb. Throws {@link
 * BadInputException} with {@code gzip_truncated}, {@code gzip_malformed} or {@code gzip_expansion}.
 */
public final class BoundedGzipInputStream extends InputStream {

    private static final int BUFFER = 1 << 16;
    private static final long MAX_UNCHECKED_BYTES = 100L << 20;
    private static final int MAX_RATIO = 200;

    private final Counted file;
    private final InputStream content;
    private final boolean isPacked;
    private final long harmless;
    private final int ratio;
    private long unpacked;

    /** Unpacks a file to at most 200 times its size, or 100 MiB. */
    public BoundedGzipInputStream(InputStream in) throws IOException {
        this(in, MAX_UNCHECKED_BYTES, MAX_RATIO);
    }

    /**
     * Unpacks a file.
     *
     * @param harmless bytes that any file may unpack to
     * @param ratio times its own size that a larger one may unpack to
     */
    public BoundedGzipInputStream(InputStream in, long harmless, int ratio) throws IOException {
        this.harmless = harmless;
        this.ratio = ratio;
        file = new Counted(in);
        BufferedInputStream start = new BufferedInputStream(file, BUFFER);
        start.mark(2);
        isPacked = start.read() == 0x1f && start.read() == 0x8b;
        start.reset();
        content = isPacked ? unpack(start) : start;
    }

    /** Bytes of the file read so far. */
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
        if (unpacked > harmless && unpacked / ratio > file.count) {
            throw new BadInputException("gzip_expansion", "more than " + ratio + " times its size");
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

    /** Counts what is read from a file. */
    private static final class Counted extends FilterInputStream {

        long count;

        Counted(InputStream in) {
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
