package org.invisiblecollege.ingest.source.skos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.ingest.read.FileSource;

/**
 * Vocabularies in SKOS, in Turtle or RDF/XML. All files of one load are read as one: a concept of one may stand under a
 * concept of another. A scheme is known by its IRI without {@code http://}, so that no two have one name, and a load gives
 * all there is of the schemes in it, unless a file could not be read.
 *
 * <p>A concept has the preferred label in English, else the one of no language, else that of the first language by tag;
 * alternative and hidden labels of that language and of none. A concept of several schemes belongs to the first by IRI,
 * which is counted as {@code concept_in_further_scheme}; one of none belongs to the only scheme where there is one only.
 *
 * <p>A file is rejected with {@code rdf_malformed}, {@code invalid_utf8}, {@code xml_dtd} or {@code vocabulary_too_large},
 * or, from the description that is nested so on, with {@code rdf_too_deep}, a concept with
 * {@code concept_without_iri}, {@code concept_without_label}, {@code concept_without_scheme}, {@code concept_deprecated},
 * {@code scheme_is_bundled}, {@code iri_too_long}, {@code label_too_long}, {@code duplicate_id} or {@code too_many_topics},
 * and a link of one that is taken with {@code concept_unknown}, {@code topic_cycle} or {@code topic_too_deep}.
 */
public final class Skos {

    private Skos() {}

    /**
     * Opens documents.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return FileSource.open("skos", "SKOS", files, sink -> new SkosReader(sink, false));
    }
}
