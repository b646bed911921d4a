package org.invisiblecollege.ingest.resolve;

import java.util.List;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record with its paper and its authors in the graph.
 *
 * @param id of the paper
 * @param isNew whether the graph does not have the paper yet
 * @param isShared whether the paper has other records
 * @param givenBefore properties the record gave the paper when it was loaded before, see {@link PaperProperties}
 * @param givenByOthers properties that other records gave it
 * @param authors each person once, with the first mention; empty if the paper already has a fuller list than the record
 * @param waiting pending records without title that are this paper
 */
public record ResolvedPaper(
        PaperRecord record,
        String id,
        boolean isNew,
        boolean isShared,
        long givenBefore,
        long givenByOthers,
        List<ResolvedAuthor> authors,
        List<PendingRecord> waiting) {

    /**
     * An author of the paper.
     *
     * @param personKey the source's own key of the person
     * @param standing what the graph knew of the person before
     * @param stated id of the person the record names, where that one was merged into this person; null for others
     * @param isHidden whether a curator suppressed the person
     */
    public record ResolvedAuthor(
            String id,
            String personKey,
            AuthorMention mention,
            Standing standing,
            @Nullable String stated,
            boolean isHidden) {}

    /** What the graph knew of a person, which decides what is written. */
    public enum Standing {
        /** The graph has the person as one of this source. */
        KNOWN,
        /** The graph has the person from another source only. */
        JOINED,
        /** The graph does not have the person. */
        NEW
    }
}
