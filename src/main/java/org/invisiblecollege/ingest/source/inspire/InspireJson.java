package org.invisiblecollege.ingest.source.inspire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.read.JsonItems;
import org.invisiblecollege.ingest.read.JsonOutline;

/**
 * Opens literature records of INSPIRE: the {@code hits.hits} of an answer, one record with {@code metadata}, the metadata alone,
 * an array, or one on each line. A record's id is its control number, or {@code file:line} where it has none; so are references.
 *
 * <p>Rejects {@code json_malformed}, {@code json_too_deep}, {@code record_too_large} and {@code paper_without_title}. Warns of
 * {@code duplicate_id}, {@code duplicate_record}, {@code year_malformed}, {@code date_shortened}, {@code doi_malformed},
 * {@code orcid_malformed} and {@code author_without_name}; skips {@code inspire_deleted}.
 */
public final class InspireJson {

    /** A paper of 3,000 authors with all their affiliations takes some 20 MB. */
    private static final int MAX_ITEM_BYTES = 1 << 25;

    private static final JsonItems.Layout LAYOUT =
            new JsonItems.Layout(List.of(List.of("hits", "hits"), List.of("hits")), MAX_ITEM_BYTES);

    private InspireJson() {}

    /**
     * Opens files.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return JsonItems.open("inspire", "INSPIRE", files, LAYOUT, sink -> new InspireLiterature(sink)::read);
    }

    /** Returns whether the beginning of a file is INSPIRE's. */
    public static boolean isLikely(String beginning) {
        JsonOutline outline = JsonOutline.of(beginning);
        return Stream.of(
                                "control_number",
                                "arxiv_eprints[]",
                                "earliest_date",
                                "inspire_categories[]",
                                "authors[].full_name")
                        .anyMatch(name -> outline.hasAll(prefixes(), "titles[].title", name))
                || outline.hasAll(prefixes(), "authors[].full_name", "authors[].signature_block");
    }

    private static Stream<String> prefixes() {
        return Stream.of("", "metadata.", "hits.hits[].metadata.", "hits[].metadata.");
    }
}
