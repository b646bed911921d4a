package org.invisiblecollege.network;

/** The weight of a tie by what its units have in common and how large they are. */
@FunctionalInterface
public interface PairWeight {

    /**
     * The weight of a tie.
     *
     * @param papers with both
     * @param one selected papers of one unit
     * @param other selected papers of the other
     */
    double of(int papers, int one, int other);
}
