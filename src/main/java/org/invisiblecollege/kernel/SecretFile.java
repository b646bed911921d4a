package org.invisiblecollege.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with a secret, which only its owner may read where the file system knows owners. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Writes a secret as the only line of a file, whole or not at all, in place of an older one.
     *
     * @param file in a directory that exists
     */
    public static void write(Path file, String secret) throws IOException {
        Path draft = ownerOnly(file.resolveSibling(file.getFileName() + ".new"));
        Files.writeString(draft, secret + System.lineSeparator());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path ownerOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class) != null) {
            return Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.createFile(file);
    }
}
