package org.invisiblecollege.ingest.source.xml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.ingest.read.FileSource;

/**
 * Opens the XML that EndNote, Zotero and Mendeley export for EndNote. A record's id is that of its library and its number in it; or
 * its number behind the name of the file; see {@link EndNoteReader} for what is taken.
 *
 * <p>Besides what {@link XmlRecords} rejects: {@code not_endnote_xml} and {@code paper_without_title}. Warns of {@code year_malformed}, {@code date_shortened} and {@code doi_malformed}.
 */
public final class EndNoteXml {

    private EndNoteXml() {}

    /**
     * Opens files.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return FileSource.open(
                "endnote-xml",
                "ENDNOTE_XML",
                files,
                sink -> new XmlRecords(sink, "not_endnote_xml", Set.of("xml", "records"), EndNoteReader::read));
    }

    /**
     * Returns whether a file is of this format.
     *
     * @param beginning its first 64 K characters, without a byte order mark
     */
    public static boolean isLikely(String beginning) {
        String root = XmlRecords.root(beginning);
        return (root.equals("xml") && beginning.contains("<records"))
                || (root.equals("records") && beginning.contains("<ref-type"));
    }
}
