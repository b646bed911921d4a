package org.invisiblecollege.network;

import org.jspecify.annotations.Nullable;

/**
 * What joins two nodes.
 *
 * @param source the node it is seen from, or the smaller id where a pair stands once
 * @param weight by the counting or normalisation of the question
 * @param papers that both share
 * @param firstYear of the earliest dated one; null without one
 * @param lastYear of the latest dated one; null without one
 * @param isUpperBound whether the weight may be too high because a paper does not say how many authors it has
 */
public record Tie(
        String source,
        String target,
        double weight,
        int papers,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        boolean isUpperBound) {

    /** Name of the tie within one answer. */
    public String key() {
        return source + "~" + target;
    }
}
