package org.invisiblecollege.ingest.detect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stores standard input in a file, since a source is read more than once. */
final class StandardInput {

    /** The path that means standard input. */
    static final String PATH = "-";

    private StandardInput() {}

    /** Copies everything to a file that only the user can read and that is deleted when the process ends. */
    static Path spooled(InputStream in) throws IOException {
        Path folder = Files.createTempDirectory("standard-input");
        // What is registered last is deleted first.
        folder.toFile().deleteOnExit();
        // The name is part of ids, so it is always the same.
        Path file = folder.resolve("standard-input");
        file.toFile().deleteOnExit();
        Files.copy(in, file);
        return file;
    }
}
