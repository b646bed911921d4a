package org.invisiblecollege.network;

/**
 * What an answer is based on and what it leaves out, as a value.
 *
 * @param nodesReached before the cap
 * @param edgesReached between all nodes reached
 * @param nodesOmitted reached but not kept
 * @param edgesOmitted between nodes reached but not kept
 * @param papersConsidered selected papers of the nodes reached
 * @param papersOverAuthorLimit of these, papers with too many authors to make ties
 * @param papersWithIncompleteAuthors of these, papers whose source does not list all authors
 * @param papersWithoutYear papers of the nodes reached that the window left out because they have no year
 */
public record NetworkTotals(
        int nodesReached,
        int edgesReached,
        int nodesOmitted,
        int edgesOmitted,
        int papersConsidered,
        int papersOverAuthorLimit,
        int papersWithIncompleteAuthors,
        int papersWithoutYear) {

    /** Returns the totals of an answer. */
    public static NetworkTotals of(NetworkResult<?, ?>.Totals totals) {
        return new NetworkTotals(
                totals.nodesReached(),
                totals.edgesReached(),
                totals.nodesOmitted(),
                totals.edgesOmitted(),
                totals.papersConsidered(),
                totals.papersOverAuthorLimit(),
                totals.papersWithIncompleteAuthors(),
                totals.papersWithoutYear());
    }
}
