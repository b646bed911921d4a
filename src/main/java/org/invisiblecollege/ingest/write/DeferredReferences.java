package org.invisiblecollege.ingest.write;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The references of all records, kept in a file until all papers are known, since a paper may cite one that comes later.
 * Not thread-safe.
 */
final class DeferredReferences implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DataOutputStream out;
    private long count;

    /** Opens the file. */
    DeferredReferences(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /** Keeps the references of a paper; {@code cited} are record ids. */
    void add(int paper, List<String> cited) {
        try {
            for (String recordId : cited) {
                out.writeInt(paper);
                out.writeUTF(recordId);
                count++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Hands over all references, in order, and deletes the file. */
    void drain(BiConsumer<Integer, String> reference) {
        try {
            out.close();
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
                for (long i = 0; i < count; i++) {
                    reference.accept(in.readInt(), in.readUTF());
                }
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
