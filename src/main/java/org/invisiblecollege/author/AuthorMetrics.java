package org.invisiblecollege.author;

import org.jspecify.annotations.Nullable;

/**
 * Bibliometric indicators of an author, computed from the graph.
 *
 * @param author id
 * @param coAuthorCount authors with a joint paper within {@link GraphProperties#maxAuthorsPerPaper}
 * @param firstYear of the earliest dated paper; null without one
 * @param lastYear of the latest dated paper; null without one
 * @param citationCount sum over the papers that have one; null if none has
 * @param hIndex Hirsch (2005), over the papers with a citation count, so a lower bound; null if none has
 * @param i10Index papers with ten citations or more; null if no paper has a count
 * @param papersWithIncompleteAuthors papers whose source does not list all authors
 */
public record AuthorMetrics(
        String author,
        int paperCount,
        int coAuthorCount,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        @Nullable Integer citationCount,
        @Nullable Integer hIndex,
        @Nullable Integer i10Index,
        int papersWithCitationCount,
        int papersWithIncompleteAuthors) {}
