package org.invisiblecollege.ingest.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceDescription;

/**
 * Files of one format, gzipped or not, read one after the other. A file that cannot be unpacked is rejected from there
 * on, with {@code gzip_truncated}, {@code gzip_malformed} or {@code gzip_expansion}, and the next one is read.
 */
public final class FileSource implements RecordSource {

    private final SourceFiles files;
    private final SourceDescription description;
    private final Function<RecordSink, Format> format;

    /** Reads the files of a format, one at a time. */
    @FunctionalInterface
    public interface Format {

        /**
         * Reads one file.
         *
         * @param in its content, which the caller closes
         * @param file how reports name it
         * @throws IOException if reading fails; a bad record never does
         */
        void read(InputStream in, String file) throws IOException;

        /** All files have been read. */
        default void end() {}
    }

    private FileSource(SourceFiles files, SourceDescription description, Function<RecordSink, Format> format) {
        this.files = files;
        this.description = description;
        this.format = format;
    }

    /**
     * Opens files.
     *
     * @param name of the format, such as {@code bibtex}
     * @param kind of the source, such as {@code BIBTEX}
     * @param format is asked for anew each time the source is read
     * @throws IllegalArgumentException if there are no files
     * @throws IOException if one cannot be read
     */
    public static FileSource open(String name, String kind, List<Path> files, Function<RecordSink, Format> format)
            throws IOException {
        SourceFiles opened = SourceFiles.of(files);
        return new FileSource(opened, opened.description(name, kind), format);
    }

    @Override
    public SourceDescription description() {
        return description;
    }

    @Override
    public long size() {
        return files.size();
    }

    @Override
    public void read(RecordSink sink) throws IOException {
        Format reading = format.apply(sink);
        List<String> names = files.names();
        long before = 0;
        for (int i = 0; i < names.size(); i++) {
            Path file = files.files().get(i);
            read(file, names.get(i), before, reading, sink);
            before += Files.size(file);
            sink.progress(before);
        }
        reading.end();
    }

    private static void read(Path file, String name, long before, Format reading, RecordSink sink) throws IOException {
        int line = 1;
        try (InputStream in = Files.newInputStream(file);
                BoundedGzipInputStream content = new BoundedGzipInputStream(in)) {
            Watched watched = new Watched(content, () -> sink.progress(before + content.bytesRead()));
            try {
                reading.read(watched, name);
            } finally {
                line = watched.line;
            }
        } catch (BadInputException e) {
            sink.reject(new Rejection(e.code(), name, line, String.valueOf(e.getMessage())));
        }
    }

    /** Counts lines as they pass and tells of every buffer. Readers take whole buffers. */
    private static final class Watched extends FilterInputStream {

        private final Runnable progress;
        private int line = 1;
        private int last;

        Watched(InputStream in, Runnable progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            for (int i = offset; i < offset + count; i++) {
                line += bytes[i] == '\r' || (bytes[i] == '\n' && last != '\r') ? 1 : 0;
                last = bytes[i];
            }
            progress.run();
            return count;
        }
    }
}
