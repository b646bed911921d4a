package org.invisiblecollege.ingest.resolve;

import java.util.List;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that knows its place in the graph.
 *
 * @param id of its paper
 * @param isNew whether the paper is not in the graph yet
 * @param isShared whether other records say something of the paper too
 * @param givenBefore properties the record gave the paper when it was loaded before, see {@link PaperProperties}
 * @param givenByOthers properties that other records gave it
 * @param authors people with their mentions, nobody twice; empty if the paper's list is already fuller than the record's
 * @param waiting records that waited for this paper
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
     * @param personKey the source's own key for the person
     * @param standing what was known of the person before
     * @param stated id of the one the record names, where a curator merged them into this person; null for others
     * @param isHidden whether the person is not to be shown
     */
    public record ResolvedAuthor(
            String id,
            String personKey,
            AuthorMention mention,
            Standing standing,
            @Nullable String stated,
            boolean isHidden) {}

    /** Whether a person is to be written. */
    public enum Standing {
        /** In the graph, and known to be named by this source. */
        KNOWN,
        /** In the graph by another source; this one names them for the first time. */
        JOINED,
        /** Nobody named them before. */
        NEW
    }
}
