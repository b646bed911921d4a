package org.invisiblecollege.kernel;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files with a secret, which only their owner may read if the file system has owners. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Creates a folder unless it exists, and lets only its owner enter it. A folder of another owner stays as it is.
     *
     * @param folder becomes private even if it was not before
     */
    public static void privateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (UnsupportedOperationException | FileSystemException e) {
            // This file system has no owners, or the folder has another one.
        }
    }

    /**
     * Writes a secret as the only line of a file, atomically, and replaces an older file.
     *
     * @param file a file in an existing directory
     */
    public static void write(Path file, String secret) throws IOException {
        Files.move(draft(file, secret), file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Writes a secret as the only line of a file, atomically, unless the file exists. If several processes do so at once, the
     * first one wins and the others leave its secret unchanged.
     *
     * @param file a file in an existing directory
     */
    public static void writeIfAbsent(Path file, String secret) throws IOException {
        Path draft = draft(file, secret);
        try {
            // Unlike a move, creating a link fails if the file exists.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first.
        } catch (UnsupportedOperationException | FileSystemException e) {
            // This file system has no links; of two processes at once the last one wins.
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes a draft next to the file; only its owner may read it, as is the case for all temporary files. */
    private static Path draft(Path file, String secret) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new");
        return Files.writeString(draft, secret + System.lineSeparator());
    }
}
