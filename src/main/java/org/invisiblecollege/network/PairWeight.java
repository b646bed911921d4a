package org.invisiblecollege.network;

/** Weighs a tie by what its nodes have in common and how large they are. */
@FunctionalInterface
public interface PairWeight {

    /**
     * Returns the weight of a tie.
     *
     * @param papers selected papers with both nodes
     * @param left selected papers of one node
     * @param right selected papers of the other node
     */
    double of(int papers, int left, int right);
}
