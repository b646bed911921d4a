package org.invisiblecollege.ingest.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.record.Warning;

/**
 * Reads files of one format, gzipped or not, one after the other. A file that cannot be unpacked is rejected from there
 * on, with {@code gzip_truncated}, {@code gzip_malformed} or {@code gzip_expansion}, and the next one is read. Files in which
 * there is nothing at all of the format are rejected with {@code no_records}.
 */
public final class FileSource implements RecordSource {

    private final SourceFiles files;
    private final SourceDescription description;
    private final Function<RecordSink, FormatReader> format;

    /** Reads the files of a format, one at a time. */
    @FunctionalInterface
    public interface FormatReader {

        /**
         * Reads one file.
         *
         * @param in its content; the caller closes it
         * @param file how reports name it
         * @throws IOException if reading fails; a bad record never does
         */
        void read(InputStream in, String file) throws IOException;

        /** Whether UTF-16 is to be given as UTF-8; XML states its encoding itself. */
        default boolean isText() {
            return true;
        }

        /** Runs after the last file. */
        default void end() {}
    }

    private FileSource(SourceFiles files, SourceDescription description, Function<RecordSink, FormatReader> format) {
        this.files = files;
        this.description = description;
        this.format = format;
    }

    /**
     * Opens files.
     *
     * @param name of the format, such as {@code bibtex}
     * @param kind of the source, such as {@code BIBTEX}
     * @param format creates a reader each time the source is read
     * @throws IllegalArgumentException if there are no files
     * @throws IOException if one cannot be read
     */
    public static FileSource open(String name, String kind, List<Path> files, Function<RecordSink, FormatReader> format)
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
    public void read(RecordSink into) throws IOException {
        NoticingSink sink = new NoticingSink(into);
        FormatReader reading = format.apply(sink);
        List<String> names = files.names();
        long before = 0;
        for (int i = 0; i < names.size(); i++) {
            Path file = files.files().get(i);
            read(file, names.get(i), before, reading, sink);
            before += Files.size(file);
            sink.progress(before);
        }
        reading.end();
        if (!sink.hasAny && files.size() > 0) {
            String what = "nothing of " + description.kind() + " was found; is it another format?";
            sink.reject(new Rejection("no_records", names.getFirst(), 0, what));
        }
    }

    private static void read(Path file, String name, long before, FormatReader reading, RecordSink sink)
            throws IOException {
        int line = 1;
        try (InputStream in = Files.newInputStream(file);
                BoundedGzipInputStream content = new BoundedGzipInputStream(in)) {
            LineCountingInputStream counted = new LineCountingInputStream(
                    reading.isText() ? Utf16InputStream.utf8(content, name, sink) : content,
                    () -> sink.progress(before + content.bytesRead()));
            try {
                reading.read(counted, name);
            } finally {
                line = counted.line;
            }
        } catch (BadInputException e) {
            sink.reject(new Rejection(e.code(), name, line, String.valueOf(e.getMessage())));
        }
    }

    /** Notices whether anything comes. */
    private static final class NoticingSink implements RecordSink {

        private final RecordSink into;
        private boolean hasAny;

        NoticingSink(RecordSink into) {
            this.into = into;
        }

        @Override
        public void accept(IngestRecord record) {
            hasAny = true;
            into.accept(record);
        }

        @Override
        public void reject(Rejection rejection) {
            hasAny = true;
            into.reject(rejection);
        }

        @Override
        public void warn(Warning warning) {
            into.warn(warning);
        }

        @Override
        public void skip(String code) {
            hasAny = true;
            into.skip(code);
        }

        @Override
        public void progress(long bytesRead) {
            into.progress(bytesRead);
        }

        @Override
        public void encoding(String file, String encoding) {
            into.encoding(file, encoding);
        }

        @Override
        public void field(String name, boolean isUsed) {
            into.field(name, isUsed);
        }
    }

    /** Counts the lines that are read and reports progress for every buffer; readers take whole buffers. */
    private static final class LineCountingInputStream extends FilterInputStream {

        private final Runnable progress;
        private int line = 1;
        private int lastByte;

        LineCountingInputStream(InputStream in, Runnable progress) {
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
                line += bytes[i] == '\r' || (bytes[i] == '\n' && lastByte != '\r') ? 1 : 0;
                lastByte = bytes[i];
            }
            progress.run();
            return count;
        }
    }
}
