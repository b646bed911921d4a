package org.invisiblecollege.ingest.source.orcid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.read.JsonItems;
import org.invisiblecollege.ingest.read.JsonOutline;

/**
 * Opens ORCID records, one, in an array or one on each line, or what the addresses of their activities and works answer: works, of a group of summaries of one work the first. A
 * record's id is the work's put-code. The owner is one of the authors, at a place that is not known; the others are not known.
 *
 * <p>Rejects {@code json_malformed}, {@code json_too_deep}, {@code record_too_large}, {@code not_an_orcid_record} and
 * {@code paper_without_title}. Warns of {@code duplicate_id}, {@code duplicate_record}, {@code year_malformed},
 * {@code date_shortened} and {@code doi_malformed}.
 */
public final class OrcidJson {

    /** A record with 10,000 works takes some 20 MB. */
    private static final int MAX_ITEM_BYTES = 1 << 25;

    private static final JsonItems.Layout LAYOUT = new JsonItems.Layout(List.of(), MAX_ITEM_BYTES);

    private OrcidJson() {}

    /**
     * Opens files.
     *
     * @throws IllegalArgumentException if there are none
     * @throws IOException if one cannot be read
     */
    public static FileSource open(List<Path> files) throws IOException {
        return JsonItems.open("orcid", "ORCID", files, LAYOUT, sink -> new OrcidRecord(sink)::read);
    }

    /** Returns whether the beginning of a file is a record of ORCID or its list of works. */
    public static boolean isLikely(String beginning) {
        Set<String> paths = JsonOutline.of(beginning).paths();
        return paths.contains("orcid-identifier")
                || paths.contains("group[].work-summary[].put-code")
                || paths.contains("works.group[].work-summary[].put-code");
    }
}
