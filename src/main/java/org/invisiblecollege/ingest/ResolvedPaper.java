package org.invisiblecollege.ingest;

import java.util.List;

/**
 * A record that knows its place in the graph.
 *
 * @param id of its paper
 * @param isOwn whether no other source says anything of the paper
 * @param authors people with their mentions; empty if the paper's list is already fuller than the record's
 * @param pending records that waited for this paper
 */
record ResolvedPaper(
        PaperRecord record, String id, boolean isOwn, List<ResolvedAuthor> authors, List<PendingRecord> pending) {

    /** An author of the paper. */
    record ResolvedAuthor(String id, String personKey, AuthorMention mention) {}
}
