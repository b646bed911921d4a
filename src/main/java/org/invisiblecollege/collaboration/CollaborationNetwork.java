package org.invisiblecollege.collaboration;

import java.util.List;
import org.invisiblecollege.network.NetworkTotals;

/**
 * Who works with whom.
 *
 * @param nodes given people first, then by reach
 * @param edges strongest first
 * @param methods one sentence with every setting
 */
public record CollaborationNetwork(
        List<CollaborationNode> nodes, List<CollaborationEdge> edges, NetworkTotals totals, String methods) {

    /** Whether people or ties were left out by a cap. */
    public boolean truncated() {
        return totals.isTruncated();
    }
}
