package org.invisiblecollege.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.ingest.record.SourceDescription;

/**
 * The files a source is read from, in order.
 *
 * @param files at least one
 * @param size of all together, in bytes
 * @param sha256 of their bytes one after the other, in hexadecimal
 */
public record SourceFiles(List<Path> files, long size, String sha256) {

    public SourceFiles {
        files = List.copyOf(files);
    }

    /**
     * Reads the files once, for their checksum.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static SourceFiles of(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("There are no files to read: give at least one.");
        }
        MessageDigest digest = DigestUtils.getSha256Digest();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    size += read;
                }
            }
        }
        return new SourceFiles(files, size, Hex.encodeHexString(digest.digest()));
    }

    /**
     * Returns the names of the files in reports and ids of records: without their folders or, where two would have the same
     * name, their paths relative to the folder that holds them all.
     */
    public List<String> names() {
        List<String> names =
                files.stream().map(file -> String.valueOf(file.getFileName())).toList();
        if (Set.copyOf(names).size() == names.size()) {
            return names;
        }
        List<Path> paths =
                files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        Path folder = paths.getFirst().getParent();
        while (folder != null && !paths.stream().allMatch(withParent(folder))) {
            folder = folder.getParent();
        }
        Path common = folder;
        return paths.stream()
                .map(path -> common == null ? path : common.relativize(path))
                .map(path -> path.toString().replace('\\', '/'))
                .toList();
    }

    private static Predicate<Path> withParent(Path folder) {
        return path -> path.startsWith(folder) && !path.equals(folder);
    }

    /**
     * Describes a source whose id depends only on the names of its files, so that a changed file is the same source.
     *
     * @param format such as {@code bibtex}
     * @param kind such as {@code BIBTEX}
     */
    public SourceDescription description(String format, String kind) {
        List<String> names = names();
        String id = "source:" + format + ":"
                + DigestUtils.sha256Hex(String.join("\n", names)).substring(0, 16);
        String name = names.size() == 1 ? names.getFirst() : names.getFirst() + " and " + (names.size() - 1) + " more";
        return new SourceDescription(id, name, kind, sha256, null, null, null);
    }
}
