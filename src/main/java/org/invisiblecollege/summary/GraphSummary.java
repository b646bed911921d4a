package org.invisiblecollege.summary;

/** Counts over the whole graph. */
public record GraphSummary(
        int papers,
        int authors,
        int organisations,
        int venues,
        int topics,
        int coAuthorEdges,
        int citations,
        int pendingRecords) {}
