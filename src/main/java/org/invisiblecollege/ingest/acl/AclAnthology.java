package org.invisiblecollege.ingest.acl;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.ingest.RecordSink;
import org.invisiblecollege.ingest.RecordSource;
import org.invisiblecollege.ingest.Rejection;
import org.invisiblecollege.ingest.SourceDescription;

/**
 * The ACL Anthology: a folder of XML files, one a collection. Front matter is passed over; a file that is no XML, or
 * has a DTD, is rejected from there on and the next one is read.
 */
public final class AclAnthology implements RecordSource {

    private static final XMLInputFactory XML = secureFactory();

    private final List<Path> files;

    private AclAnthology(List<Path> files) {
        this.files = files;
    }

    /**
     * Opens a checkout, its {@code data} folder or the folder of XML files.
     *
     * @throws IllegalArgumentException if no XML file is there; says where it looked
     */
    public static AclAnthology open(Path folder) throws IOException {
        for (Path xml : List.of(folder.resolve("data/xml"), folder.resolve("xml"), folder)) {
            Optional<List<Path>> files = xmlFiles(xml);
            if (files.isPresent()) {
                return new AclAnthology(files.get());
            }
        }
        throw new IllegalArgumentException(
                "No XML files in " + folder + ", its xml or its data/xml: is it a checkout of the ACL Anthology?");
    }

    @Override
    public SourceDescription description() {
        String names = String.join(
                "\n",
                files.stream().map(file -> String.valueOf(file.getFileName())).toList());
        return new SourceDescription(
                "source:acl",
                "ACL Anthology",
                "ACL_ANTHOLOGY",
                DigestUtils.sha256Hex(names),
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
        long read = 0;
        for (Path file : files) {
            read(file, sink);
            read += Files.size(file);
            sink.progress(read);
        }
    }

    private static void read(Path file, RecordSink sink) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            try {
                new CollectionReader(xml, name, sink).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            sink.reject(new Rejection("xml_malformed", name, line, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<List<Path>> xmlFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(".xml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            return files.isEmpty() ? Optional.empty() : Optional.of(files);
        }
    }

    private static XMLInputFactory secureFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
