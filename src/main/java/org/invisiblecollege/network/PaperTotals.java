package org.invisiblecollege.network;

/**
 * The papers an answer rests on.
 *
 * @param considered selected papers of the nodes reached
 * @param overAuthorLimit of these, papers with too many authors to make ties
 * @param withIncompleteAuthors of these, papers whose source lists not all authors
 * @param withoutYear papers of the nodes reached that the window left out because they have no year
 */
public record PaperTotals(int considered, int overAuthorLimit, int withIncompleteAuthors, int withoutYear) {

    /** The same in words. */
    public String inWords() {
        return "%d papers considered, %d left out for too many authors, %d without a year, %d with incomplete author lists"
                .formatted(considered, overAuthorLimit, withoutYear, withIncompleteAuthors);
    }
}
