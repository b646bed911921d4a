package org.invisiblecollege.ingest.detect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.source.acl.AclAnthology;
import org.invisiblecollege.ingest.source.bibtex.BibTex;
import org.invisiblecollege.ingest.source.crossref.CrossrefJson;
import org.invisiblecollege.ingest.source.csl.CslJson;
import org.invisiblecollege.ingest.source.csv.Csv;
import org.invisiblecollege.ingest.source.inspire.InspireJson;
import org.invisiblecollege.ingest.source.openalex.OpenAlex;
import org.invisiblecollege.ingest.source.openalex.TopicTree;
import org.invisiblecollege.ingest.source.orcid.OrcidJson;
import org.invisiblecollege.ingest.source.pagetext.PageTextReader;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.invisiblecollege.ingest.source.semanticscholar.SemanticScholar;
import org.invisiblecollege.ingest.source.skos.Skos;
import org.invisiblecollege.ingest.source.tagged.Medline;
import org.invisiblecollege.ingest.source.tagged.Refer;
import org.invisiblecollege.ingest.source.tagged.Ris;
import org.invisiblecollege.ingest.source.tagged.WebOfScience;
import org.invisiblecollege.ingest.source.xml.DblpXml;
import org.invisiblecollege.ingest.source.xml.EndNoteXml;
import org.invisiblecollege.ingest.source.xml.PubMedXml;
import org.jspecify.annotations.Nullable;

/**
 * Opens files of the formats that can be read, by name.
 *
 * <p>A path is a file, a folder, a pattern such as {@code data/*.jsonl.gz} or {@code data/**}{@code /*.bib}, or {@code
 * -} for standard input. In a folder, at any depth, the files are read whose names have an ending of the format; for {@code
 * acl-anthology} and {@code openalex} all files, for {@code openalex-topics} its two tables. A given path may be a link;
 * links below a folder, and those that match a pattern, are not followed but rejected as {@code file_is_link}.
 */
public final class Formats {

    static final String ACL_ANTHOLOGY = "acl-anthology";
    static final String BIBTEX = "bibtex";
    static final String CROSSREF = "crossref";
    static final String CSL_JSON = "csl-json";
    static final String CSV = "csv";
    static final String DBLP_XML = "dblp-xml";
    static final String ENDNOTE_XML = "endnote-xml";
    static final String INSPIRE = "inspire";
    static final String MEDLINE = "medline";
    static final String OPENALEX = "openalex";
    static final String OPENALEX_TOPICS = "openalex-topics";
    static final String ORCID = "orcid";
    static final String PAGE_TEXT = "page-text";
    static final String PUBMED_XML = "pubmed-xml";
    static final String REFER = "refer";
    static final String RIS = "ris";
    static final String SEMANTIC_SCHOLAR = "semantic-scholar";
    static final String SKOS = "skos";
    static final String WEB_OF_SCIENCE = "web-of-science";

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 9999;

    /** The ending of any text. */
    private static final String PAGE_ENDING = ".txt";

    @FunctionalInterface
    private interface OneOpener {
        RecordSource open(List<Path> files) throws IOException;
    }

    @FunctionalInterface
    private interface Opener {
        List<? extends RecordSource> open(List<Path> files, Options options) throws IOException;
    }

    /**
     * A format.
     *
     * @param endings of files that may have it
     * @param readsAll whether every file of a folder is read, not only those with such an ending
     */
    private record Format(List<String> endings, boolean readsAll, Opener opener) {

        static Format of(String endings, OneOpener opener) {
            return new Format(List.of(endings.split(" ")), false, (files, options) -> List.of(opener.open(files)));
        }
    }

    private static final String JSON_ENDINGS = ".json .jsonl .ndjson";

    private static final Map<String, Format> FORMATS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    ACL_ANTHOLOGY,
                    new Format(
                            List.of(".xml"),
                            true,
                            (files, options) -> List.of(AclAnthology.open(files, options.identityEvidence())))),
            Map.entry(BIBTEX, Format.of(".bib .bibtex", BibTex::open)),
            Map.entry(CROSSREF, Format.of(JSON_ENDINGS, CrossrefJson::open)),
            Map.entry(CSL_JSON, Format.of(JSON_ENDINGS, CslJson::open)),
            Map.entry(CSV, Format.of(".csv .tsv .tab", Csv::open)),
            Map.entry(DBLP_XML, Format.of(".xml", DblpXml::open)),
            Map.entry(ENDNOTE_XML, Format.of(".xml", EndNoteXml::open)),
            Map.entry(INSPIRE, Format.of(JSON_ENDINGS, InspireJson::open)),
            Map.entry(MEDLINE, Format.of(".nbib .medline .txt", Medline::open)),
            Map.entry(ORCID, Format.of(JSON_ENDINGS, OrcidJson::open)),
            Map.entry(PUBMED_XML, Format.of(".xml", PubMedXml::open)),
            Map.entry(REFER, Format.of(".enw .txt", Refer::open)),
            Map.entry(RIS, Format.of(".ris .txt", Ris::open)),
            Map.entry(SEMANTIC_SCHOLAR, Format.of(JSON_ENDINGS, SemanticScholar::open)),
            Map.entry(
                    OPENALEX,
                    new Format(
                            List.of(".csv", ".json", ".jsonl", ".ndjson"),
                            true,
                            (files, options) -> List.of(OpenAlex.open(files)))),
            Map.entry(
                    OPENALEX_TOPICS,
                    new Format(List.of(".csv"), true, (files, options) -> List.of(TopicTree.open(files)))),
            Map.entry(PAGE_TEXT, new Format(List.of(PAGE_ENDING), false, Formats::pages)),
            Map.entry(SKOS, Format.of(".ttl .rdf .xml", Skos::open)),
            Map.entry(WEB_OF_SCIENCE, Format.of(".ciw .isi .txt", WebOfScience::open))));

    private Formats() {}

    /**
     * How files are read, beyond what they contain.
     *
     * @param year the year page texts were saved in, which their dates leave out; needed for {@code page-text}, without
     *     meaning for other formats
     * @param identityEvidence whether ids of people and {@code name_variants.yaml} identify the authors of {@code
     *     acl-anthology}; otherwise their names alone do. Without meaning for other formats.
     */
    public record Options(@Nullable Integer year, boolean identityEvidence) {

        /**
         * Checks the year.
         *
         * @throws UnreadableSource if no page can have been saved in it
         */
        public Options {
            if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
                throw new UnreadableSource(
                        "No page was saved in the year " + year + ": give it four digits, from " + FIRST_YEAR + " on.");
            }
        }

        /** Returns options without a year, with identities as the source gives them. */
        public static Options defaults() {
            return new Options(null, true);
        }
    }

    /** Returns the formats that files of an ending may have. Any text may end in {@code .txt}. */
    static Set<String> ofEnding(String ending) {
        return ending.equals(PAGE_ENDING)
                ? Set.of()
                : FORMATS.entrySet().stream()
                        .filter(format -> format.getValue().endings.contains(ending))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    /** Returns the format of the first of some paths, and how it is recognised, for people to read. */
    public static String recognised(List<String> paths) throws IOException {
        Path first = InputPaths.at(paths).paths().getFirst();
        return FormatDetector.formatOf(List.of(first))
                + (Files.isDirectory(first)
                        ? ", recognised by the files of the folder"
                        : ", recognised by its beginning and its name");
    }

    /** Returns the names of the formats, sorted. */
    public static List<String> names() {
        return List.copyOf(FORMATS.keySet());
    }

    /**
     * Finds and opens files.
     *
     * @param format one of {@link #names()}; null to detect it from the first path
     * @param paths files, folders, patterns; or {@code -} alone for standard input, which is read to its end here and
     *     kept, readable by the user only, until the process ends
     * @return the sources in the order in which they are loaded: one for each page of {@code page-text}, otherwise one
     * @throws UnreadableSource if there is nothing to read, or it cannot be read as asked
     * @throws IOException if reading fails
     */
    public static List<RecordSource> open(@Nullable String format, List<String> paths, Options options)
            throws IOException {
        return open(format, paths, options, System.in);
    }

    /**
     * Finds and opens files for clients of a service, who may only have files below one folder read: neither standard input
     * nor what lies outside behind a path or a link.
     *
     * @param paths relative to the folder
     * @throws UnreadableSource also if a path leads outside; the message does not reveal the folder
     */
    public static List<RecordSource> openBelow(
            Path folder, @Nullable String format, List<String> paths, Options options) throws IOException {
        PermittedFolder permitted = PermittedFolder.of(folder);
        try {
            return open(format, permitted.within(paths), options);
        } catch (UnreadableSource e) {
            throw new UnreadableSource(permitted.hiddenIn(e.getMessage()), e);
        }
    }

    static List<RecordSource> open(@Nullable String format, List<String> paths, Options options, InputStream standardIn)
            throws IOException {
        if (format != null && !FORMATS.containsKey(format)) {
            throw new UnreadableSource("There is no format " + format + "; " + known());
        }
        try {
            InputPaths found = paths.equals(List.of(StandardInput.PATH))
                    ? InputPaths.of(List.of(StandardInput.spooled(standardIn)))
                    : InputPaths.at(paths);
            String name = format == null ? FormatDetector.formatOf(found.paths()) : format;
            Format chosen = Objects.requireNonNull(FORMATS.get(name));
            InputPaths files = chosen.readsAll ? found : found.withFilesOfFolders(name, chosen.endings);
            if (format != null && !files.paths().isEmpty()) {
                FormatDetector.checkNamed(format, files.paths().getFirst());
            }
            if (files.paths().isEmpty()) {
                throw new UnreadableSource("There are only links at " + String.join(" ", paths)
                        + ", which are not followed: give the files they lead to.");
            }
            return files.rejectingLinks(chosen.opener.open(files.paths(), options));
        } catch (FileSystemException e) {
            throw new UnreadableSource("Cannot read " + e.getFile() + ": " + reason(e) + ".", e);
        } catch (UnreadableSource e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UnreadableSource(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns a sentence that names the formats. */
    static String known() {
        return "there are " + String.join(", ", names()) + ".";
    }

    private static List<RecordSource> pages(List<Path> files, Options options) throws IOException {
        Integer year = options.year();
        if (year == null) {
            throw new UnreadableSource(
                    "page-text needs the year in which the pages were saved, since their dates leave it out.");
        }
        return new PageTextReader(year).sources(files, SeedFiles.knownTitles());
    }

    private static String reason(FileSystemException e) {
        return e.getReason() == null
                ? e.getClass()
                        .getSimpleName()
                        .replace("Exception", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT)
                : e.getReason();
    }
}
