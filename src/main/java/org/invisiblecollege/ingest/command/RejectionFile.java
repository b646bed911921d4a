package org.invisiblecollege.ingest.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.invisiblecollege.ingest.Rejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes rejections one a line as JSON; makes no file without any. */
final class RejectionFile implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private @Nullable BufferedWriter writer;

    RejectionFile(Path file) {
        this.file = file;
    }

    synchronized void add(Rejection rejection) {
        try {
            if (writer == null) {
                writer = Files.newBufferedWriter(file);
            }
            writer.write(JSON.writeValueAsString(rejection));
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
