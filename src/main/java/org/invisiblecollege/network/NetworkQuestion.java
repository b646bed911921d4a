package org.invisiblecollege.network;

import org.invisiblecollege.kernel.NamesIds;

/**
 * A question that a network answers.
 *
 * @param <Q> the type itself
 */
public interface NetworkQuestion<Q extends NetworkQuestion<Q>> extends NamesIds<Q> {

    /** Returns how large the network may be. */
    Limits limits();
}
