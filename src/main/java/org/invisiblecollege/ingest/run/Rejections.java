package org.invisiblecollege.ingest.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.invisiblecollege.ingest.record.Rejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts rejections, keeps the first {@value #MAX_KEPT}, and writes all of them to a file, one a line as JSON. Creates no
 * file if there are none.
 */
final class Rejections implements Consumer<Rejection>, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_KEPT = 100;

    private final Path file;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> first = new ArrayList<>();
    private @Nullable BufferedWriter writer;

    Rejections(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void accept(Rejection rejection) {
        counts.merge(rejection.code(), 1, Integer::sum);
        String line = JSON.writeValueAsString(rejection);
        if (first.size() < MAX_KEPT) {
            first.add(line);
        }
        try {
            if (writer == null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                writer = Files.newBufferedWriter(file);
            }
            writer.write(line);
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the rejections to " + file.getFileName()
                            + "; check the folder college.ingest.reports",
                    e);
        }
    }

    /** Returns the number of rejections by code. */
    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** Returns the first rejections as JSON. */
    synchronized List<String> first() {
        return List.copyOf(first);
    }

    /** Returns the file; null if there are no rejections. */
    synchronized @Nullable Path file() {
        return writer == null ? null : file;
    }

    /** Writes everything to the file. */
    synchronized void flush() throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
