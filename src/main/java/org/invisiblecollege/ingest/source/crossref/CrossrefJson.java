package org.invisiblecollege.ingest.source.crossref;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.read.JsonItems;
import org.invisiblecollege.ingest.read.JsonOutline;

/**
 * Opens works of Crossref: an answer with many ({@code message.items}), with one ({@code message}), the {@code items} of a
 * public data file, one work, an array, or a work on each line. A record's id is its DOI, or {@code file:line} where it has
 * none; references are DOIs.
 *
 * <p>Rejects {@code json_malformed}, {@code json_too_deep}, {@code record_too_large}, {@code not_a_work}
 * (such as a journal) and {@code paper_without_title}.
 * Warns of {@code duplicate_id}, {@code duplicate_record}, {@code year_malformed}, {@code date_shortened}, {@code doi_malformed},
 * {@code orcid_malformed} and {@code author_without_name}.
 */
public final class CrossrefJson {

    /** A work with 5,000 authors and their affiliations takes some 3 MB. */
    private static final int MAX_ITEM_BYTES = 1 << 24;

    private static final JsonItems.Layout LAYOUT =
            new JsonItems.Layout(List.of(List.of("message", "items"), List.of("items")), MAX_ITEM_BYTES);

    private CrossrefJson() {}

    /**
     * Opens files.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return JsonItems.open("crossref", "CROSSREF", files, LAYOUT, sink -> new CrossrefWork(sink)::read);
    }

    /** Returns whether the beginning of a file is Crossref's: titles are lists, and the name of the DOI is in capitals. */
    public static boolean isLikely(String beginning) {
        JsonOutline outline = JsonOutline.of(beginning);
        return outline.paths().contains("message-type")
                || outline.hasAll(prefixes(), "DOI", "title[]")
                || outline.hasAll(prefixes(), "DOI", "is-referenced-by-count", "indexed");
    }

    private static Stream<String> prefixes() {
        return Stream.of("", "message.items[].", "message.", "items[].");
    }
}
