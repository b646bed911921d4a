package org.invisiblecollege.network;

/**
 * The papers that an answer is based on.
 *
 * @param considered selected papers of the nodes reached
 * @param overAuthorLimit of these, papers with too many authors to make ties
 * @param withIncompleteAuthors of these, papers whose source does not list all authors
 * @param withoutYear papers of the nodes reached that the window left out because they have no year
 */
public record PaperTotals(int considered, int overAuthorLimit, int withIncompleteAuthors, int withoutYear) {

    /** Describes the totals in words. */
    public String inWords() {
        return "%d papers considered, %d of them with too many authors and %d with incomplete author lists, %d left out without a year"
                .formatted(considered, overAuthorLimit, withIncompleteAuthors, withoutYear);
    }
}
