package org.invisiblecollege.neighbourhood;

import java.util.List;
import org.invisiblecollege.network.NetworkTotals;

/**
 * Which topics stand together.
 *
 * @param nodes given topics first, then by reach
 * @param edges strongest first
 * @param methods one sentence with every setting
 */
public record TopicNeighbourhood(
        List<TopicNode> nodes,
        List<TopicEdge> edges,
        NetworkTotals totals,
        Normalisation normalisation,
        String methods) {

    /** Whether topics or ties were left out by a cap. */
    public boolean truncated() {
        return totals.isTruncated();
    }
}
