package org.invisiblecollege.bibliometrics;

import org.jspecify.annotations.Nullable;

/**
 * The selected papers of one year and their authors.
 *
 * @param papersWithUnknownAuthors papers whose number of authors is not known; they are in neither of the next two figures
 * @param authorsPerPaper mean; null if no paper has a known number
 * @param singleAuthoredShare share of papers by one author; null if no paper has a known number of authors
 * @param authors people with a paper in this year
 * @param newcomers those of them whose first year this is; null in the first years, before which nothing is known
 * @param leavers those of them whose last year this is; null in the last years, after which they may write again
 */
public record YearSummary(
        int year,
        int papers,
        int papersWithUnknownAuthors,
        @Nullable Double authorsPerPaper,
        @Nullable Double singleAuthoredShare,
        int authors,
        @Nullable Integer newcomers,
        @Nullable Integer leavers) {}
