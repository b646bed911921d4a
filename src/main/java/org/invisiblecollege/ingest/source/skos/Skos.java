package org.invisiblecollege.ingest.source.skos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.ingest.read.FileSource;

/**
 * Opens vocabularies in SKOS, in Turtle or RDF/XML. All files of one load are read as one: a concept of one may be narrower
 * than a concept of another. A scheme is named by its IRI without {@code http://}, so that no two have the same name, and a
 * load gives its schemes completely, unless a file could not be read.
 *
 * <p>A concept has the preferred label in English, else the one without a language, else that of the first language by tag,
 * and the alternative and hidden labels in that language and without one. A concept of several schemes belongs to the first
 * by IRI, and each other scheme is counted as {@code concept_in_further_scheme}; a concept without a scheme belongs to the
 * only scheme if there is just one.
 *
 * <p>A file is rejected with {@code rdf_malformed}, {@code invalid_utf8}, {@code xml_dtd} or {@code vocabulary_too_large},
 * and with {@code rdf_too_deep} from the description that is nested too deep; a concept with
 * {@code concept_without_iri}, {@code concept_without_label}, {@code concept_without_scheme}, {@code concept_deprecated},
 * {@code scheme_is_bundled}, {@code iri_too_long}, {@code label_too_long}, {@code duplicate_id} or {@code too_many_topics},
 * and a link of an accepted concept with {@code concept_unknown}, {@code topic_cycle} or {@code topic_too_deep}.
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
