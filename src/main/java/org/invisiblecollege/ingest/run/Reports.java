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
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts rejections and warnings, keeps the first {@value #MAX_KEPT} of each, and writes all of them to a file, one a line as
 * JSON. Creates no file if there are none.
 */
final class Reports implements ReportSink, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_KEPT = 100;

    private final Path file;
    private final Kept rejections = new Kept();
    private final Kept warnings = new Kept();
    private @Nullable BufferedWriter writer;

    /** The reports of one level. */
    private static final class Kept {

        private final Map<String, Integer> counts = new TreeMap<>();
        private final List<String> first = new ArrayList<>();

        private void add(String code, Object report) {
            counts.merge(code, 1, Integer::sum);
            if (first.size() < MAX_KEPT) {
                first.add(JSON.writeValueAsString(report));
            }
        }
    }

    private record Line(String level, String code, String file, int line, String value) {}

    Reports(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void reject(Rejection rejection) {
        rejections.add(rejection.code(), rejection);
        write(new Line("REJECTION", rejection.code(), rejection.file(), rejection.line(), rejection.value()));
    }

    @Override
    public synchronized void warn(Warning warning) {
        warnings.add(warning.code(), warning);
        write(new Line("WARNING", warning.code(), warning.file(), warning.line(), warning.value()));
    }

    private void write(Line line) {
        try {
            if (writer == null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                writer = Files.newBufferedWriter(file);
            }
            writer.write(JSON.writeValueAsString(line));
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the rejections to " + file.getFileName()
                            + "; check the folder college.ingest.reports",
                    e);
        }
    }

    /** Returns what a load has come to. */
    synchronized IngestRun.Outcome outcome(int records, Map<String, Long> counts, Map<String, Integer> skipped) {
        return new IngestRun.Outcome(
                records,
                counts,
                skipped,
                new TreeMap<>(rejections.counts),
                List.copyOf(rejections.first),
                new TreeMap<>(warnings.counts),
                List.copyOf(warnings.first),
                writer == null ? null : file.toString());
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
