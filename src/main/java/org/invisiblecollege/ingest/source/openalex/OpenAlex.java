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
 * OpenAlex in files of any of the forms it gives: works, authors and institutions, topics and the concepts before them,
 * and as withdrawals what was merged or deleted, said by an entity or by a table of merged ids. Of an id that occurs again
 * the first entity is taken; other kinds of entity are passed over. A file that cannot be read on is rejected from there
 * and the next one is read, in JSON Lines and in tables the next line.
 */
public final class OpenAlex implements RecordSource {

    private static final long MAX_UNCHECKED_BYTES = 100L << 20;
    private static final int MAX_RATIO = 200;
    /** A work with 5,000 authors takes some 10 MB. */
    private static final long MAX_RECORD_BYTES = 32L << 20;

    private static final int WINDOW = 1 << 20;

    private final List<Source> sources;

    private final String sha256;

    private OpenAlex(List<Source> sources, String sha256) {
        this.sources = sources;
        this.sha256 = sha256;
    }

    /** A file and how reports name it. */
    private record Source(Path path, String name) {

        boolean isLink() {
            return Files.isSymbolicLink(path);
        }
    }

    /**
     * Opens files, and all files below folders, and reads them once for their checksum. A link below a folder is
     * rejected, for it may lead anywhere.
     *
     * @throws IllegalArgumentException if there is no file; says where it looked
     */
    public static OpenAlex open(List<Path> filesOrFolders) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path given : filesOrFolders) {
            // The given name may be a link, those below may not.
            Path real = given.toRealPath();
            if (Files.isDirectory(real)) {
                below(real, sources);
            } else {
                sources.add(new Source(real, String.valueOf(given.getFileName())));
            }
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("No files in " + filesOrFolders + ": is it a download of OpenAlex?");
        }
        List<Path> files = sources.stream()
                .filter(source -> !source.isLink())
                .map(Source::path)
                .toList();
        return new OpenAlex(
                List.copyOf(sources),
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
        for (Source source : sources) {
            size += size(source);
        }
        return size;
    }

    @Override
    public void read(RecordSink sink) throws IOException {
        Entities entities = new Entities(sink);
        long read = 0;
        for (Source source : sources) {
            if (source.isLink()) {
                sink.reject(new Rejection("file_is_link", source.name(), 0, "a link below a folder is not followed"));
            } else {
                read(source, entities, sink, read);
            }
            read += size(source);
            sink.progress(read);
        }
    }

    private static void read(Source source, Entities entities, RecordSink sink, long before) throws IOException {
        try (InputStream file = Files.newInputStream(source.path());
                BoundedGzipInputStream content = new BoundedGzipInputStream(file, MAX_UNCHECKED_BYTES, MAX_RATIO)) {
            LineStoppingInputStream lines = new LineStoppingInputStream(content, WINDOW);
            Runnable progress = () -> sink.progress(before + content.bytesRead());
            new FileReader(lines, MAX_RECORD_BYTES, source.name(), entities, sink, progress).read();
        } catch (BadInputException e) {
            // The file ends before its first line.
            sink.reject(new Rejection(e.code(), source.name(), 0, String.valueOf(e.getMessage())));
        }
    }

    private static void below(Path folder, List<Source> sources) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.filter(file -> Files.isSymbolicLink(file) || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .map(file -> new Source(file, folder.relativize(file).toString()))
                    .forEach(sources::add);
        }
    }

    private static long size(Source source) throws IOException {
        return source.isLink() ? 0 : Files.size(source.path());
    }
}
