package org.invisiblecollege.ingest.detect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps standard input in a file, since a source is read more than once. */
final class StandardInput {

    /** The path that means standard input. */
    static final String PATH = "-";

    private StandardInput() {}

    /** Reads to the end into a file that only the user can read and that goes when the process ends. */
    static Path spooled(InputStream in) throws IOException {
        Path folder = Files.createTempDirectory("standard-input");
        // What is asked for last goes first.
        folder.toFile().deleteOnExit();
        // The name is part of ids, so it is the same each time.
        Path file = folder.resolve("standard-input");
        file.toFile().deleteOnExit();
        Files.copy(in, file);
        return file;
    }
}
