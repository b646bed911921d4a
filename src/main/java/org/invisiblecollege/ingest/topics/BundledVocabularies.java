package org.invisiblecollege.ingest.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.invisiblecollege.ingest.source.skos.SkosReader;
import org.invisiblecollege.topic.Concept;

/** Reads the vocabularies under {@code seeds/}, which are in Turtle. */
public final class BundledVocabularies {

    private static final List<String> VOCABULARIES = List.of("topics.ttl", "arxiv-categories.ttl");
    /** The vocabulary whose labels are matched in texts. */
    private static final String MATCHED_VOCABULARY = "topics.ttl";

    private BundledVocabularies() {}

    /** Returns the concepts of all bundled vocabularies. */
    public static List<Concept> all() {
        return VOCABULARIES.stream().flatMap(file -> concepts(file).stream()).toList();
    }

    /** Returns the concepts whose labels are matched in texts. */
    public static List<Concept> matched() {
        return concepts(MATCHED_VOCABULARY);
    }

    private static List<Concept> concepts(String file) {
        try (InputStream in = SeedFiles.resource(file)) {
            List<Concept> concepts = SkosReader.read(in);
            return file.equals(MATCHED_VOCABULARY)
                    ? concepts
                    : concepts.stream().map(Concept::assertedOnly).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read seeds/" + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("seeds/" + file + ": " + e.getMessage(), e);
        }
    }
}
