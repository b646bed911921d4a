package org.invisiblecollege.ingest.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder below which clients may have files read, and nothing outside it. Every message names paths as they were given,
 * below the folder, and never the folder itself.
 *
 * @param folder as it is configured, absolute
 * @param root the same folder with links resolved
 */
record PermittedFolder(Path folder, Path root) {

    private static final Pattern META = Pattern.compile("[*?\\[{]");
    private static final Path PARENT = Path.of("..");

    /** @throws UnreadableSource if it is no folder, or its name would be taken for a pattern */
    static PermittedFolder of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UnreadableSource("The folder this service may read from is not there.");
        }
        Path root = folder.toRealPath();
        if (META.matcher(root.toString()).find()) {
            throw new UnreadableSource("The name of the folder this service may read from has one of *?[{.");
        }
        return new PermittedFolder(folder.toAbsolutePath().normalize(), root);
    }

    /**
     * Returns the absolute paths of what clients give.
     *
     * @param given paths and patterns, relative to the folder or absolute below it
     * @throws UnreadableSource if one leads outside, by its name or by a link; the message names it
     */
    List<String> within(List<String> given) throws IOException {
        if (given.isEmpty()) {
            throw new UnreadableSource("Nothing to read: give files, folders, or patterns such as new/*.bib.");
        }
        List<String> paths = new ArrayList<>();
        for (String path : given) {
            Path resolved = root.resolve(relative(path));
            if (leadsOutside(resolved)) {
                throw outside(path);
            }
            paths.add(resolved.toString());
        }
        return paths;
    }

    /** Returns a message without the folder that it may name. */
    String hiddenIn(@Nullable String message) {
        String text = String.valueOf(message);
        return root.getNameCount() == 0
                ? text
                : text.replace(root + "/", "").replace(root.toString(), "the folder this service may read from");
    }

    private Path relative(String given) {
        if (given.equals(StandardInput.PATH)) {
            throw new UnreadableSource("A service has no standard input (-) to read: give files; ./- is a file.");
        }
        if (given.isEmpty()) {
            throw new UnreadableSource("There is no path without a name.");
        }
        Path path;
        try {
            path = Path.of(given);
        } catch (InvalidPathException e) {
            throw new UnreadableSource("This is no path: " + given.replace('\0', '?'), e);
        }
        for (Path name : path) {
            if (name.equals(PARENT)) {
                throw new UnreadableSource(
                        given + " has .. in it: give a path below the folder this service may read from.");
            }
        }
        if (!path.isAbsolute()) {
            return path;
        }
        if (path.startsWith(root)) {
            return root.relativize(path);
        }
        if (path.startsWith(folder)) {
            return folder.relativize(path);
        }
        throw outside(given);
    }

    private boolean leadsOutside(Path path) throws IOException {
        Path current = root;
        for (Path name : root.relativize(path)) {
            current = current.resolve(name);
            if (isOutside(current)) {
                return true;
            }
        }
        return Files.isDirectory(path) && hasFolderOutside(path);
    }

    /** Some formats search for folders by name, such as {@code data/xml}, and would accept a link. */
    private boolean hasFolderOutside(Path path) throws IOException {
        try (Stream<Path> below = Files.walk(path)) {
            for (Path link : (Iterable<Path>) below.filter(Files::isSymbolicLink)::iterator) {
                if (Files.isDirectory(link) && isOutside(link)) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isOutside(Path path) throws IOException {
        return Files.exists(path) && !path.toRealPath().startsWith(root);
    }

    private static UnreadableSource outside(String given) {
        return new UnreadableSource(given + " leads outside the folder this service may read from.");
    }
}
