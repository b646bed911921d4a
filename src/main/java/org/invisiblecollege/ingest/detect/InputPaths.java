package org.invisiblecollege.ingest.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceDescription;

/**
 * The files and folders at the paths that were given.
 *
 * @param paths in the order given, those of a pattern sorted; none twice
 * @param links that were found by a pattern or in a folder
 */
record InputPaths(List<Path> paths, List<Path> links) {

    private static final int MAX_STARS = 6;

    private static final Pattern META = Pattern.compile("[*?\\[{]");

    InputPaths {
        paths = List.copyOf(paths);
        links = List.copyOf(links);
    }

    static InputPaths of(List<Path> paths) {
        return new InputPaths(paths, List.of());
    }

    /**
     * Finds files, folders and what matches patterns.
     *
     * @throws UnreadableSource if one of them does not exist; the message names it
     */
    static InputPaths at(List<String> given) throws IOException {
        if (given.isEmpty()) {
            throw new UnreadableSource(
                    "Nothing to read: give files, folders, patterns such as data/*.bib, or - alone.");
        }
        if (given.contains(StandardInput.PATH)) {
            throw new UnreadableSource("Standard input (-) is read alone, without other paths; ./- is a file.");
        }
        Set<Path> paths = new LinkedHashSet<>();
        Set<Path> links = new LinkedHashSet<>();
        Set<Path> real = new LinkedHashSet<>();
        for (String pathOrPattern : given) {
            for (Path path : matching(pathOrPattern, links)) {
                if (real.add(path.toRealPath())) {
                    paths.add(path);
                }
            }
        }
        return new InputPaths(List.copyOf(paths), List.copyOf(links));
    }

    /**
     * Returns the same paths with the files of each folder, at any depth, in place of the folder.
     *
     * @param format to name in errors
     * @param endings of which a file's name must have one, followed by {@code .gz} or not
     * @throws UnreadableSource if a folder has none
     */
    InputPaths withFilesOfFolders(String format, List<String> endings) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> more = new ArrayList<>(links);
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            List<Path> below = below(path, file -> hasEnding(file, endings));
            if (below.isEmpty()) {
                throw new UnreadableSource("No file of " + path + " ends in " + String.join(", ", endings)
                        + " (or .gz behind it), as those of " + format + " do: give the files themselves.");
            }
            below.forEach(file -> (Files.isSymbolicLink(file) ? more : files).add(file));
        }
        return new InputPaths(files, more);
    }

    /** Returns the sources, the first of which also rejects the links. */
    List<RecordSource> rejectingLinks(List<? extends RecordSource> sources) {
        List<RecordSource> all = new ArrayList<>(sources);
        if (!links.isEmpty()) {
            all.set(0, new LinkRejectingSource(all.getFirst(), links));
        }
        return List.copyOf(all);
    }

    /** Returns the files and links below a folder, sorted. */
    static List<Path> below(Path folder, Predicate<Path> wanted) throws IOException {
        // The given folder may be a link, but none below it.
        try (Stream<Path> entries = Files.walk(folder.toRealPath())) {
            return entries.filter(
                            file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(file))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static boolean hasEnding(Path file, List<String> endings) {
        String name = unpackedName(file);
        return endings.stream().anyMatch(name::endsWith);
    }

    /** Returns a file's name in lower case, without {@code .gz}. */
    static String unpackedName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    }

    private static List<Path> matching(String given, Set<Path> links) throws IOException {
        Path path;
        try {
            path = Path.of(given);
        } catch (InvalidPathException e) {
            throw new UnreadableSource("This is no path: " + given.replace('\0', '?'), e);
        }
        if (Files.exists(path)) {
            if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
                throw new UnreadableSource(given + " is neither a file nor a folder: pipe it in and give - instead.");
            }
            return List.of(path);
        }
        if (!META.matcher(given).find()) {
            throw new UnreadableSource("There is no " + (given.isEmpty() ? "path without a name" : given) + ".");
        }
        List<Path> found = expanded(given);
        List<Path> files =
                found.stream().filter(file -> !Files.isSymbolicLink(file)).toList();
        found.stream().filter(Files::isSymbolicLink).forEach(links::add);
        if (found.isEmpty()) {
            throw new UnreadableSource("No file matches " + given + ".");
        }
        return files;
    }

    private static List<Path> expanded(String pattern) throws IOException {
        int wildcard = META.matcher(pattern).results().findFirst().orElseThrow().start();
        int slash = pattern.lastIndexOf('/', wildcard);
        Path base = Path.of(slash < 0 ? "" : slash == 0 ? "/" : pattern.substring(0, slash));
        if (!Files.isDirectory(base)) {
            throw new UnreadableSource("No file matches " + pattern + ": there is no folder " + base + ".");
        }
        PathMatcher matcher = matcher(pattern.substring(slash + 1));
        boolean isDeep = pattern.indexOf('/', slash + 1) >= 0 || pattern.contains("**");
        try (Stream<Path> entries = Files.walk(base, isDeep ? Integer.MAX_VALUE : 1)) {
            return entries.filter(file -> Files.isRegularFile(file) || Files.isSymbolicLink(file))
                    .filter(file -> matcher.matches(base.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static PathMatcher matcher(String pattern) {
        // A matcher tries each way to divide a name among the stars, which are too many ways for many stars.
        if (pattern.chars().filter(each -> each == '*').count() > MAX_STARS) {
            throw new UnreadableSource(
                    "The pattern " + pattern + " has more than " + MAX_STARS + " stars; name a folder instead.");
        }
        // Java's **/ requires at least one folder; elsewhere it matches none as well.
        String lenient = pattern.contains("{") ? pattern : pattern.replace("**/", "{**/,}");
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + lenient);
        } catch (PatternSyntaxException e) {
            throw new UnreadableSource("This is no pattern: " + pattern + " (" + e.getDescription() + ").", e);
        }
    }

    /** A source that also rejects the links next to its files. */
    private record LinkRejectingSource(RecordSource source, List<Path> links) implements RecordSource {

        @Override
        public SourceDescription description() {
            return source.description();
        }

        @Override
        public boolean identifiesPeople() {
            return source.identifiesPeople();
        }

        @Override
        public Schemes upkeep() {
            return source.upkeep();
        }

        @Override
        public long size() throws IOException {
            return source.size();
        }

        @Override
        public void read(RecordSink sink) throws IOException {
            for (Path link : links) {
                String name = String.valueOf(link.getFileName());
                sink.reject(new Rejection("file_is_link", name, 0, "a link below a folder is not followed"));
            }
            source.read(sink);
        }
    }
}
