package org.invisiblecollege.kernel;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file with a secret, which only its owner may read where the file system knows owners. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Writes a secret as the only line of a file, whole or not at all, in place of an older one.
     *
     * @param file in a directory that exists
     */
    public static void write(Path file, String secret) throws IOException {
        Files.move(draft(file, secret), file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Writes a secret as the only line of a file, whole or not at all, unless the file is there. Of several processes that do
     * so at once one is the first, and the others leave its secret as it is.
     *
     * @param file in a directory that exists
     */
    public static void writeFirst(Path file, String secret) throws IOException {
        Path draft = draft(file, secret);
        try {
            // A link is made only where nothing is, which a move cannot promise.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Somebody else was the first.
        } catch (UnsupportedOperationException | FileSystemException e) {
            // No file system with links; of two at once the last one stays.
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Beside the file; readable by its owner only, as all temporary files are. */
    private static Path draft(Path file, String secret) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new");
        return Files.writeString(draft, secret + System.lineSeparator());
    }
}
