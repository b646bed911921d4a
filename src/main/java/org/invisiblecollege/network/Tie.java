package org.invisiblecollege.network;

import org.jspecify.annotations.Nullable;

/**
 * A pair of nodes with joint papers, and the weight of these.
 *
 * @param source id of the node from which the pair is seen; the smaller id if pairs are listed once
 * @param target id of the other node
 * @param weight by the counting or normalisation of the question
 * @param papers joint papers
 * @param firstYear year of the earliest dated one; null without one
 * @param lastYear year of the latest dated one; null without one
 * @param isUpperBound whether the weight may be too high because a paper does not state how many authors it has
 */
public record Tie(
        String source,
        String target,
        double weight,
        int papers,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        boolean isUpperBound) {

    /** Returns the name of the pair within one answer. */
    public String key() {
        return source + "~" + target;
    }
}
