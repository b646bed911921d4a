package org.invisiblecollege.ingest.source.openalex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.BoundedGzipInputStream;
import org.invisiblecollege.ingest.read.SourceFiles;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceDescription;

/**
 * Reads OpenAlex from files of any of its layouts: works, authors and institutions, topics and the older concepts, and
 * withdrawals of what was merged or deleted, as an entity or a table of merged ids says. Of each id the first entity is
 * accepted; other kinds of entity are skipped. A file with an error is rejected from there on, and the next file is read; in
 * JSON Lines and in tables the next line.
 */
public final class OpenAlex implements RecordSource {

    /** A work with 5,000 authors takes some 10 MB. */
    private static final long MAX_RECORD_BYTES = 32L << 20;

    /** Bytes of a file that show its layout. */
    private static final int WINDOW = 1 << 20;

    private final List<NamedFile> files;
    private final String sha256;

    private OpenAlex(List<NamedFile> files, String sha256) {
        this.files = files;
        this.sha256 = sha256;
    }

    /** A file and its name in reports. */
    private record NamedFile(Path path, String name) {

        boolean isLink() {
            return Files.isSymbolicLink(path);
        }
    }

    /**
     * Opens files, and all files below folders, and reads them once for their checksum. A link below a folder is
     * rejected, since it may lead anywhere.
     *
     * @throws IllegalArgumentException if there is no file; names what was searched
     */
    public static OpenAlex open(List<Path> filesOrFolders) throws IOException {
        List<NamedFile> found = new ArrayList<>();
        for (Path given : filesOrFolders) {
            // The given path may be a link, but none below it.
            Path real = given.toRealPath();
            if (Files.isDirectory(real)) {
                below(real, found);
            } else {
                found.add(new NamedFile(real, String.valueOf(given.getFileName())));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("No files in " + filesOrFolders + ": is it a download of OpenAlex?");
        }
        List<Path> files = found.stream()
                .filter(file -> !file.isLink())
                .map(NamedFile::path)
                .toList();
        return new OpenAlex(
                List.copyOf(found),
                files.isEmpty()
                        ? DigestUtils.sha256Hex("")
                        : SourceFiles.of(files).sha256());
    }

    @Override
    public SourceDescription description() {
        return new SourceDescription(
                "source:openalex", "OpenAlex", "OPENALEX", sha256, "CC0 1.0", "OpenAlex", "openalex");
    }

    @Override
    public boolean identifiesPeople() {
        return true;
    }

    @Override
    public long size() throws IOException {
        long size = 0;
        for (NamedFile file : files) {
            size += size(file);
        }
        return size;
    }

    @Override
    public void read(RecordSink sink) throws IOException {
        EntityConverter entities = new EntityConverter(sink);
        long read = 0;
        for (NamedFile file : files) {
            if (file.isLink()) {
                sink.reject(new Rejection("file_is_link", file.name(), 0, "a link below a folder is not followed"));
            } else {
                read(file, entities, sink, read);
            }
            read += size(file);
            sink.progress(read);
        }
    }

    private static void read(NamedFile file, EntityConverter entities, RecordSink sink, long before)
            throws IOException {
        try (InputStream in = Files.newInputStream(file.path());
                BoundedGzipInputStream content = new BoundedGzipInputStream(in)) {
            LineStoppingInputStream lines = new LineStoppingInputStream(content, WINDOW);
            Runnable progress = () -> sink.progress(before + content.bytesRead());
            new EntityFileReader(lines, MAX_RECORD_BYTES, file.name(), entities, sink, progress).read();
        } catch (BadInputException e) {
            // The file ends before its first line.
            sink.reject(new Rejection(e.code(), file.name(), 0, String.valueOf(e.getMessage())));
        }
    }

    private static void below(Path folder, List<NamedFile> files) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.filter(file -> Files.isSymbolicLink(file) || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .map(path -> new NamedFile(path, folder.relativize(path).toString()))
                    .forEach(files::add);
        }
    }

    private static long size(NamedFile file) throws IOException {
        return file.isLink() ? 0 : Files.size(file.path());
    }
}
