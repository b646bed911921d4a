package org.invisiblecollege.ingest.source.csl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.read.JsonItems;
import org.invisiblecollege.ingest.read.JsonOutline;

/**
 * Opens CSL-JSON: an array of items, one item, an item on each line, or the list {@code items} or {@code references} of an
 * object. A record's id is the item's, or {@code file:line} where it has none. Items are parsed one by one; one that does not
 * parse is rejected and the next one is read.
 *
 * <p>Rejects {@code json_malformed}, {@code json_too_deep}, {@code record_too_large} and {@code paper_without_title}.
 * Warns of {@code duplicate_id}, {@code duplicate_record}, {@code year_malformed},
 * {@code date_shortened}, {@code doi_malformed}, {@code orcid_malformed}, {@code author_without_name}, and what
 * {@link org.invisiblecollege.ingest.read.ListedAuthors} and {@link org.invisiblecollege.ingest.read.TextDecoder} warn of.
 */
public final class CslJson {

    private static final int MAX_ITEM_BYTES = 1 << 23;

    private static final JsonItems.Layout LAYOUT =
            new JsonItems.Layout(List.of(List.of("items"), List.of("references")), MAX_ITEM_BYTES);

    private CslJson() {}

    /**
     * Opens files of items.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return JsonItems.open("csl-json", "CSL_JSON", files, LAYOUT, sink -> new ItemReader(sink)::read);
    }

    /** Returns whether the beginning of a file is CSL-JSON; items as Crossref itself gives them are not. */
    public static boolean isLikely(String beginning) {
        JsonOutline outline = JsonOutline.of(beginning);
        boolean isOther =
                outline.hasAny(prefixes(), "title[]", "paperId", "titles[]", "authorships[]", "orcid-identifier");
        boolean hasTitle = outline.hasAny(prefixes(), "title", "id");
        return !isOther
                && hasTitle
                && outline.hasAny(
                        prefixes(),
                        "author[].family",
                        "author[].given",
                        "author[].literal",
                        "issued.date-parts[]",
                        "issued.raw",
                        "issued.literal",
                        "container-title",
                        "container-title[]",
                        "citation-key");
    }

    private static Stream<String> prefixes() {
        return Stream.of("", "items[].", "references[].");
    }
}
