package org.invisiblecollege.bibliometrics;

import org.invisiblecollege.network.EntityRef;

/**
 * How many papers of a selection an author, organisation, country, topic or venue has.
 *
 * @param share of those selected papers that have any node of its kind
 */
public record EntityShare(Kind kind, EntityRef entity, int papers, double share) {

    /** What the entity is. */
    public enum Kind {
        AUTHOR,
        ORGANISATION,
        COUNTRY,
        TOPIC,
        VENUE
    }
}
