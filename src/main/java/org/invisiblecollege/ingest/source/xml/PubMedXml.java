package org.invisiblecollege.ingest.source.xml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.ingest.read.FileSource;

/**
 * Opens PubMed's XML, articles and chapters of books. A record's id is its PMID; see {@link PubMedReader} for what is taken.
 *
 * <p>Besides what {@link XmlRecords} rejects: {@code not_pubmed_xml} and {@code paper_without_title}. Warns of {@code author_without_name}, {@code year_malformed}, {@code date_shortened}, {@code doi_malformed} and
 * {@code orcid_malformed}.
 */
public final class PubMedXml {

    private static final Set<String> ROOTS = Set.of(
            "PubmedArticleSet",
            "PubmedArticle",
            "PubmedBookArticleSet",
            "PubmedBookArticle",
            "MedlineCitationSet",
            "MedlineCitation");

    private PubMedXml() {}

    /**
     * Opens files.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return FileSource.open(
                "pubmed-xml",
                "PUBMED_XML",
                files,
                sink -> new XmlRecords(sink, "not_pubmed_xml", ROOTS, PubMedReader::read));
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
