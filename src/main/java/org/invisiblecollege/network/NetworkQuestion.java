package org.invisiblecollege.network;

import java.util.List;
import org.invisiblecollege.kernel.NamesIds;

/**
 * A question that a network answers.
 *
 * @param <Q> the type itself
 */
public interface NetworkQuestion<Q extends NetworkQuestion<Q>> extends NamesIds<Q> {

    /** Returns how large the network may be. */
    Limits limits();

    /** Returns how its nodes are placed. */
    Layout layout();

    /** Returns nodes that stay where they are drawn already. */
    List<NodePosition> at();
}
