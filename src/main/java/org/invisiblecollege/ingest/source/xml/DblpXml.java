package org.invisiblecollege.ingest.source.xml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.ingest.read.FileSource;

/**
 * Opens DBLP's XML: the whole of it, the page of a person or a record. A record's id is its key; see {@link DblpReader} for
 * what is taken. Its entities, such as the one for ü, are decoded, although the DTD is not read.
 *
 * <p>Besides what {@link XmlRecords} rejects: {@code not_dblp_xml} and {@code paper_without_title}.
 * Warns of {@code year_malformed}, {@code date_shortened} and {@code orcid_malformed}.
 */
public final class DblpXml {

    private static final Set<String> ROOTS = Set.of("dblp", "dblpperson");

    private DblpXml() {}

    /**
     * Opens files.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return FileSource.open(
                "dblp-xml", "DBLP_XML", files, sink -> new XmlRecords(sink, "not_dblp_xml", ROOTS, DblpReader::read));
    }

    /**
     * Returns whether a file is of this format.
     *
     * @param beginning its first 64 K characters, without a byte order mark
     */
    public static boolean isLikely(String beginning) {
        return ROOTS.contains(XmlRecords.root(beginning));
    }
}
