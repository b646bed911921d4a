package org.invisiblecollege.ingest.source.semanticscholar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.read.JsonItems;
import org.invisiblecollege.ingest.read.JsonOutline;

/**
 * Opens papers of Semantic Scholar: the {@code data} of an answer, {@code recommendedPapers}, an array, one paper, or a paper
 * on each line, also as its data sets write them. In a list of citations or references the papers of the other side are read.
 * A record's id is its {@code paperId}, else its {@code corpusId}, else {@code file:line}.
 *
 * <p>Rejects {@code json_malformed}, {@code json_too_deep}, {@code record_too_large} and {@code paper_without_title}.
 * Warns of {@code duplicate_id}, {@code duplicate_record}, {@code year_malformed}, {@code doi_malformed} and
 * {@code author_without_name}.
 */
public final class SemanticScholar {

    /** A paper may come with thousands of references, each with its authors and abstract. */
    private static final int MAX_ITEM_BYTES = 1 << 25;

    private static final JsonItems.Layout LAYOUT =
            new JsonItems.Layout(List.of(List.of("data"), List.of("recommendedPapers")), MAX_ITEM_BYTES);

    private SemanticScholar() {}

    /**
     * Opens files.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return JsonItems.open(
                "semantic-scholar", "SEMANTIC_SCHOLAR", files, LAYOUT, sink -> new ScholarPaper(sink)::read);
    }

    /** Returns whether the beginning of a file is Semantic Scholar's. */
    public static boolean isLikely(String beginning) {
        JsonOutline outline = JsonOutline.of(beginning);
        return outline.hasAll(prefixes(), "paperId", "title")
                || outline.hasAll(prefixes(), "corpusId", "title")
                || outline.hasAll(prefixes(), "corpusid", "title");
    }

    private static Stream<String> prefixes() {
        return Stream.of("", "data[].", "data[].citingPaper.", "data[].citedPaper.", "recommendedPapers[].");
    }
}
