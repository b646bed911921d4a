package org.invisiblecollege.bibliometrics;

import java.util.Arrays;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.kernel.Cancellation;

/**
 * The authors of a snapshot with papers, those with most papers first.
 *
 * @param authors must not be written to
 */
@SuppressWarnings("ArrayRecordComponent") // as large as the index, never compared
record AuthorsByPapers(int[] authors) {

    static AuthorsByPapers of(IndexSnapshot snapshot) {
        return snapshot.derived(
                AuthorsByPapers.class,
                any -> new AuthorsByPapers(sorted(snapshot.authors().papers())));
    }

    /** Sorts by counting, which takes one pass. */
    private static int[] sorted(IntCsr papers) {
        Cancellation.current().check();
        int most = 0;
        for (int author = 0; author < papers.count(); author++) {
            most = Math.max(most, papers.size(author));
        }
        int[] end = new int[most + 1];
        for (int author = 0; author < papers.count(); author++) {
            end[papers.size(author)]++;
        }
        int position = 0;
        for (int size = most; size >= 0; size--) {
            position += end[size];
            end[size] = position;
        }
        int[] sorted = new int[papers.count()];
        for (int author = papers.count() - 1; author >= 0; author--) {
            sorted[--end[papers.size(author)]] = author;
        }
        return Arrays.copyOf(sorted, end[0]);
    }
}
