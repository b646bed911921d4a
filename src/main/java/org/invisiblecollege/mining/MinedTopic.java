package org.invisiblecollege.mining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mined term with the state of its review.
 *
 * @param id of the topic, the same in all states
 * @param altLabels given by a curator
 * @param cValue of the last mining
 * @param papers number of papers of the last mining
 * @param reviewedAt ISO 8601 with UTC; null while it is offered
 */
public record MinedTopic(
        String id,
        String label,
        List<String> altLabels,
        double cValue,
        int papers,
        State state,
        @Nullable String reviewedAt) {

    /** The state of the review. */
    public enum State {
        /** Not reviewed; papers have it by method MINED. */
        OFFERED,
        /** A topic of the curated vocabulary; papers have it by method MATCHED. */
        PROMOTED,
        /** Not a topic, and not offered again. */
        SUPPRESSED
    }
}
