package org.invisiblecollege.ingest.source.acl;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.BoundedGzipInputStream;
import org.invisiblecollege.ingest.read.BoundedRecordInputStream;
import org.invisiblecollege.ingest.read.SourceFiles;
import org.invisiblecollege.ingest.read.TextLines;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.record.VenueMention;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ACL Anthology, a folder of XML files with a collection in each. Front matter is passed over. Authors are
 * identified by ids in the XML and by {@code yaml/people.yaml} next to it, see {@link VerifiedPeople}, or where that is not there,
 * as before 2026, by {@code yaml/name_variants.yaml}, see {@link PersonIds}; venues get the names in {@code yaml/venues}.
 * Without these files authors are distinguished by name and venues are named as in the XML.
 *
 * <p>A file is rejected from where it is {@code xml_malformed} or {@code invalid_utf8}, has an {@code xml_dtd} or a
 * {@code record_too_large}, or cannot be unpacked ({@code gzip_truncated}, {@code gzip_malformed}, {@code
 * gzip_expansion}), and the next one is read; a {@code file_is_link}, which may lead anywhere, and one that is {@code
 * not_a_collection} are rejected as a whole. Records are rejected as {@code paper_without_title}, {@code xml_too_deep} and {@code
 * duplicate_id} (the first one stays); evidence as {@code yaml_malformed}, {@code yaml_too_deep} and {@code duplicate_id}.
 *
 * <p>Warns of parts of accepted records as {@code author_without_name}, {@code person_undefined}, {@code year_malformed},
 * {@code date_shortened}, {@code doi_malformed} and {@code orcid_malformed}, and of {@code orcid_differs} where the XML and
 * {@code people.yaml} give a person different ones (the one in the XML stays).
 */
public final class AclAnthology implements RecordSource {

    /** A paper with 5,000 authors takes some 1 MB. */
    private static final long MAX_RECORD_BYTES = 8L << 20;

    private static final XMLInputFactory XML = secureFactory();

    private final List<Path> files;
    private final List<Path> links;
    /** All files of the folder, even where only some are read, so that both loads identify authors alike. */
    private final List<Path> neighbours;

    private final IdentityEvidence evidence;
    private final boolean takesIdentities;
    private final SourceFiles readFiles;
    private @Nullable ExplicitIds explicitIds;

    private AclAnthology(List<Path> files, Folder folder, boolean takesIdentities) throws IOException {
        this.files = files;
        this.links = files.equals(folder.files) ? folder.links : List.of();
        this.neighbours = folder.files;
        this.evidence = new IdentityEvidence(folder.path.resolveSibling("yaml"));
        this.takesIdentities = takesIdentities;
        List<Path> all = new ArrayList<>(files);
        if (takesIdentities) {
            evidence.peopleFile().ifPresent(all::add);
        }
        all.addAll(evidence.venues());
        this.readFiles = SourceFiles.of(all);
    }

    /** The XML files and links of a folder. */
    private record Folder(Path path, List<Path> files, List<Path> links) {}

    /** Opens a checkout, its {@code data} folder or the folder of XML files, and uses its evidence of identity. */
    public static AclAnthology open(Path folder) throws IOException {
        return open(List.of(folder), true);
    }

    /**
     * Opens a checkout, its {@code data} folder or the folder of XML files; or some XML files of one folder.
     *
     * @param takesIdentities whether ids and the file of people identify authors; otherwise their names alone do
     * @throws IllegalArgumentException if there is no XML file; names the folders that were searched
     */
    public static AclAnthology open(List<Path> folderOrFiles, boolean takesIdentities) throws IOException {
        if (folderOrFiles.size() == 1 && Files.isDirectory(folderOrFiles.getFirst())) {
            Folder folder = folder(folderOrFiles.getFirst());
            return new AclAnthology(folder.files, folder, takesIdentities);
        }
        List<Path> files = new ArrayList<>();
        for (Path file : folderOrFiles) {
            files.add(file.toRealPath());
        }
        Set<Path> folders = new HashSet<>(files.stream().map(Path::getParent).toList());
        if (folders.size() != 1 || files.stream().anyMatch(Files::isDirectory)) {
            throw new IllegalArgumentException("The ACL Anthology is one folder, or XML files of one folder, not "
                    + folderOrFiles + ": give its checkout.");
        }
        return new AclAnthology(files, xml(folders.iterator().next()), takesIdentities);
    }

    /** Returns whether a folder is a checkout, or part of one, that {@link #open} accepts. */
    public static boolean isThere(Path folder) throws IOException {
        for (Path xml : List.of(folder.resolve("data/xml"), folder.resolve("xml"), folder)) {
            if (Files.isDirectory(xml) && !xml(xml).files.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public SourceDescription description() {
        return new SourceDescription(
                "source:acl",
                "ACL Anthology",
                "ACL_ANTHOLOGY",
                readFiles.sha256(),
                "CC BY 4.0; before 2016 CC BY-NC-SA 3.0",
                "ACL Anthology",
                "acl");
    }

    @Override
    public long size() throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }

    @Override
    public void read(RecordSink sink) throws IOException {
        Stream.concat(links.stream(), evidence.links().stream())
                .forEach(link -> sink.reject(
                        new Rejection("file_is_link", name(link), 0, "a link below a folder is not followed")));
        AnthologyPeople people = people(sink);
        Map<String, VenueMention> venues = evidence.namedVenues(sink::reject);
        Set<String> seen = new HashSet<>();
        Set<String> fields = new HashSet<>();
        long before = 0;
        for (Path file : files) {
            parse(
                    file,
                    sink,
                    (xml, bounded) ->
                            new CollectionReader(xml, bounded, name(file), people, venues, seen, fields, sink).read());
            before += Files.size(file);
            sink.progress(before);
        }
    }

    private AnthologyPeople people(RecordSink sink) throws IOException {
        if (!takesIdentities) {
            return AnthologyPeople.UNKNOWN;
        }
        if (evidence.hasPeople()) {
            List<VerifiedPeople.ListedPerson> people = evidence.people(sink);
            // Nobody is undefined where the file of people cannot be read.
            return people == null ? PersonIds.of(List.of(), new ExplicitIds()) : new VerifiedPeople(people);
        }
        if (explicitIds == null) {
            ExplicitIds found = new ExplicitIds();
            for (Path file : neighbours) {
                // Errors are rejected when the file is read for its papers.
                parse(file, null, (xml, bounded) -> CollectionReader.findIds(xml, bounded, found));
            }
            explicitIds = found;
        }
        return PersonIds.of(evidence.nameVariants(sink::reject), explicitIds);
    }

    @FunctionalInterface
    private interface Parsing {
        void read(XMLStreamReader xml, BoundedRecordInputStream bounded) throws XMLStreamException;
    }

    /** @param sink null where errors are not rejected */
    private static void parse(Path file, @Nullable RecordSink sink, Parsing parsing) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BoundedGzipInputStream content = new BoundedGzipInputStream(in)) {
            BoundedRecordInputStream bounded = new BoundedRecordInputStream(content, MAX_RECORD_BYTES);
            XMLStreamReader xml = XML.createXMLStreamReader(bounded);
            try {
                parsing.read(xml, bounded);
            } finally {
                xml.close();
            }
        } catch (BadInputException e) {
            reject(e.code(), file, 1, e, sink);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            switch (e.getNestedException()) {
                case BadInputException bad -> reject(bad.code(), file, line, bad, sink);
                case CharConversionException coding -> reject("invalid_utf8", file, lineNotUtf8(file), coding, sink);
                case IOException io -> throw io;
                case null, default -> reject("xml_malformed", file, line, e, sink);
            }
        }
    }

    /** Returns the first line that is not UTF-8, which the parser does not know because it reads ahead; 0 if all are. */
    private static int lineNotUtf8(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BoundedGzipInputStream content = new BoundedGzipInputStream(in)) {
            TextLines lines = new TextLines(content);
            while (lines.next()) {
                if (!lines.isUtf8()) {
                    return lines.number();
                }
            }
        }
        return 0;
    }

    private static void reject(String code, Path file, int line, Exception e, @Nullable RecordSink sink) {
        if (sink != null) {
            sink.reject(new Rejection(code, name(file), line, String.valueOf(e.getMessage())));
        }
    }

    private static Folder folder(Path given) throws IOException {
        // The given folder may be a link, but none below it.
        Path root = given.toRealPath();
        for (Path xml : List.of(root.resolve("data/xml"), root.resolve("xml"), root)) {
            if (Files.isDirectory(xml)) {
                if (!xml.toRealPath().equals(xml)) {
                    throw new IllegalArgumentException(given + " has a link in place of " + root.relativize(xml)
                            + ": give the folder it leads to.");
                }
                Folder folder = xml(xml);
                if (!folder.files.isEmpty() || !folder.links.isEmpty()) {
                    return folder;
                }
            }
        }
        throw new IllegalArgumentException(
                "No XML files in " + given + ", its xml or its data/xml: is it a checkout of the ACL Anthology?");
    }

    private static Folder xml(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> all = entries.filter(file -> name(file).matches(".*\\.xml(\\.gz)?"))
                    .sorted()
                    .toList();
            return new Folder(
                    folder,
                    all.stream()
                            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .toList(),
                    all.stream().filter(Files::isSymbolicLink).toList());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static XMLInputFactory secureFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // The reader of a collection limits the depth; Java's own limit differs between versions.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        // Without a DTD there is nothing to expand; Java counts each "&amp;" of a whole file.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        return factory;
    }
}
