package org.invisiblecollege.ingest.detect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.BoundedGzipInputStream;
import org.invisiblecollege.ingest.read.Utf16InputStream;
import org.invisiblecollege.ingest.source.acl.AclAnthology;
import org.invisiblecollege.ingest.source.bibtex.BibTex;
import org.invisiblecollege.ingest.source.crossref.CrossrefJson;
import org.invisiblecollege.ingest.source.csl.CslJson;
import org.invisiblecollege.ingest.source.csv.Csv;
import org.invisiblecollege.ingest.source.inspire.InspireJson;
import org.invisiblecollege.ingest.source.orcid.OrcidJson;
import org.invisiblecollege.ingest.source.pagetext.PageTextReader;
import org.invisiblecollege.ingest.source.semanticscholar.SemanticScholar;
import org.invisiblecollege.ingest.source.tagged.Medline;
import org.invisiblecollege.ingest.source.tagged.Refer;
import org.invisiblecollege.ingest.source.tagged.Ris;
import org.invisiblecollege.ingest.source.tagged.WebOfScience;
import org.invisiblecollege.ingest.source.xml.DblpXml;
import org.invisiblecollege.ingest.source.xml.EndNoteXml;
import org.invisiblecollege.ingest.source.xml.PubMedXml;
import org.jspecify.annotations.Nullable;

/** Detects a format by the endings of names and the beginnings of files, and asks where the two disagree. */
final class FormatDetector {

    private static final int BEGINNING = 1 << 16;

    private static final Pattern COLLECTION =
            Pattern.compile("\\s*<[^{]{0,2000}?<collection[\\s>]|\\s*<collection[\\s>]");
    private static final Pattern JSON = Pattern.compile("\\s*(?:\\[\\s*)*\\{|\\s*\\[\\s*\\]");
    private static final Pattern OPENALEX = Pattern.compile("\"https?://openalex\\.org/");
    private static final String MERGED_IDS = "merge_date,id,merge_into_id";
    private static final Pattern TOPIC_TABLES = Pattern.compile("type,id,name\\s|id,name,did,fid,sid\\b");
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

    /** What files of a format begin like, the more special ones first. */
    private record Form(String format, Predicate<String> begins) {}

    private static final List<Form> FORMS = List.of(
            new Form(Formats.ACL_ANTHOLOGY, text -> COLLECTION.matcher(text).lookingAt()),
            new Form(Formats.OPENALEX, text -> text.startsWith(MERGED_IDS)),
            new Form(Formats.OPENALEX_TOPICS, text -> TOPIC_TABLES.matcher(text).lookingAt()),
            new Form(Formats.PUBMED_XML, PubMedXml::isLikely),
            new Form(Formats.ENDNOTE_XML, EndNoteXml::isLikely),
            new Form(Formats.DBLP_XML, DblpXml::isLikely),
            new Form(Formats.SKOS, text -> text.contains(SKOS)),
            new Form(Formats.RIS, Ris::isLikely),
            new Form(Formats.MEDLINE, Medline::isLikely),
            new Form(Formats.WEB_OF_SCIENCE, WebOfScience::isLikely),
            new Form(Formats.REFER, Refer::isLikely),
            new Form(Formats.PAGE_TEXT, PageTextReader::isPage),
            new Form(Formats.BIBTEX, BibTex::isLikely),
            new Form(Formats.CSV, Csv::isLikely));

    /** The same of JSON, where records of one format can look like those of another. */
    private static final List<Form> JSON_FORMS = List.of(
            new Form(Formats.OPENALEX, text -> OPENALEX.matcher(text).find()),
            new Form(Formats.CROSSREF, CrossrefJson::isLikely),
            new Form(Formats.SEMANTIC_SCHOLAR, SemanticScholar::isLikely),
            new Form(Formats.INSPIRE, InspireJson::isLikely),
            new Form(Formats.ORCID, OrcidJson::isLikely),
            new Form(Formats.CSL_JSON, CslJson::isLikely));

    private FormatDetector() {}

    /**
     * Returns the format of the first path.
     *
     * @param paths files and folders, at least one
     * @throws UnreadableSource if it has none or more than one; names what was examined
     */
    static String formatOf(List<Path> paths) throws IOException {
        if (paths.isEmpty()) {
            throw new UnreadableSource("There are only links, which are not followed: give the files they lead to.");
        }
        Path first = paths.getFirst();
        return Files.isDirectory(first) ? ofFolder(first) : ofFile(first);
    }

    private static String ofFolder(Path folder) throws IOException {
        Path root = folder.toRealPath();
        List<Path> files =
                InputPaths.below(root, file -> !Files.isSymbolicLink(file) && isShown(root.relativize(file)));
        if (AclAnthology.isThere(folder) && isCollection(files)) {
            return Formats.ACL_ANTHOLOGY;
        }
        // One file of each ending stands for all of them.
        Map<String, Path> examples = new LinkedHashMap<>();
        for (Path file : files) {
            String ending = ending(file);
            if (!Formats.ofEnding(ending).isEmpty() || ending.equals(".txt")) {
                examples.putIfAbsent(ending, file);
            }
        }
        Map<String, Path> formats = new LinkedHashMap<>();
        for (Path file : examples.values()) {
            Optional<String> format = detectable(file);
            if (format.isPresent()) {
                formats.putIfAbsent(format.get(), file);
            }
        }
        if (formats.isEmpty()) {
            if (!examples.isEmpty() || files.isEmpty()) {
                throw new UnreadableSource("Cannot tell the format of " + folder + ": none of its " + files.size()
                        + " files is recognised by its name and beginning. Name the format; " + Formats.known());
            }
            return ofFile(files.getFirst());
        }
        if (formats.size() > 1) {
            String found = String.join(
                    ", ",
                    formats.entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + " (" + entry.getValue().getFileName() + ")")
                            .toList());
            throw new UnreadableSource("There are files of several formats in " + folder + ": " + found
                    + ". Name the format, or give files of one format.");
        }
        return formats.keySet().iterator().next();
    }

    private static boolean isCollection(List<Path> files) throws IOException {
        Optional<Path> xml =
                files.stream().filter(file -> ending(file).equals(".xml")).findFirst();
        return xml.isPresent() && Formats.ACL_ANTHOLOGY.equals(byContent(beginning(xml.get())));
    }

    /** Returns whether neither the file nor a folder above it is hidden. */
    private static boolean isShown(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> detectable(Path file) throws IOException {
        try {
            return Optional.of(ofFile(file));
        } catch (UnreadableSource e) {
            return Optional.empty();
        }
    }

    /**
     * Makes sure that a file may have a format that was named.
     *
     * @throws UnreadableSource if it begins like one of another format
     */
    static void checkNamed(String format, Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return;
        }
        String beginning = beginning(file);
        String byContent = byContent(beginning);
        if (byContent != null && !byContent.equals(format)) {
            throw new UnreadableSource("%s begins like %s, not like %s: give that format, or leave it out."
                    .formatted(file.getFileName(), byContent, format));
        }
        Optional<UnreadFormat> unread = byContent == null ? UnreadFormat.of(beginning) : Optional.empty();
        if (unread.isPresent()) {
            throw new UnreadableSource(unread.get().refusal(String.valueOf(file.getFileName())));
        }
    }

    private static String ofFile(Path file) throws IOException {
        Set<String> byEnding = Formats.ofEnding(ending(file));
        String beginning = beginning(file);
        String byContent = byContent(beginning);
        Optional<UnreadFormat> unread = byContent == null ? UnreadFormat.of(beginning) : Optional.empty();
        if (unread.isPresent()) {
            throw new UnreadableSource(unread.get().refusal(String.valueOf(file.getFileName())));
        }
        if (byContent != null && (byEnding.isEmpty() || byEnding.contains(byContent))) {
            return byContent;
        }
        if (byContent == null && byEnding.size() == 1) {
            return byEnding.iterator().next();
        }
        if (byContent == null && byEnding.contains(Formats.CSV)) {
            // The reader of tables names the missing column.
            return Formats.CSV;
        }
        String examined = "Cannot tell the format of " + file.getFileName() + ": its name says "
                + (byEnding.isEmpty() ? "nothing" : String.join(" or ", new TreeSet<>(byEnding))) + ", its first "
                + beginning.length() + " characters say " + (byContent == null ? "nothing" : byContent) + ".";
        throw new UnreadableSource(examined + " Name the format; " + Formats.known());
    }

    private static @Nullable String byContent(String text) {
        if (JSON.matcher(text).lookingAt()) {
            List<String> formats = JSON_FORMS.stream()
                    .filter(form -> form.begins.test(text))
                    .map(Form::format)
                    .toList();
            return formats.size() == 1 ? formats.getFirst() : null;
        }
        return FORMS.stream()
                .filter(form -> form.begins.test(text))
                .map(Form::format)
                .findFirst()
                .orElse(null);
    }

    /** Returns the beginning of a file, unpacked and without a byte order mark; if it is damaged, what comes before the damage. */
    private static String beginning(Path file) throws IOException {
        byte[] bytes = new byte[BEGINNING];
        int length = 0;
        try (InputStream in = Files.newInputStream(file);
                BoundedGzipInputStream content = new BoundedGzipInputStream(in)) {
            for (int count = 0; count >= 0 && length < BEGINNING; length += Math.max(0, count)) {
                count = content.read(bytes, length, BEGINNING - length);
            }
        } catch (BadInputException e) {
            // The source rejects it.
        }
        String text = new String(bytes, 0, length, Utf16InputStream.charset(bytes, length));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String ending(Path file) {
        String name = InputPaths.unpackedName(file);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
