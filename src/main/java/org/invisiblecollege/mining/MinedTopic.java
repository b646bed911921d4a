package org.invisiblecollege.mining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term of the review list.
 *
 * @param id of the topic, the same in all states
 * @param altLabels that a curator gave it
 * @param cValue when it was last mined
 * @param papers likewise
 * @param reviewedAt ISO 8601 with UTC; null while it is only offered
 */
public record MinedTopic(
        String id,
        String label,
        List<String> altLabels,
        double cValue,
        int papers,
        State state,
        @Nullable String reviewedAt) {

    /** What became of it. */
    public enum State {
        /** Nobody has reviewed it; papers have it as MINED. */
        OFFERED,
        /** It is a topic of the curated vocabulary; papers have it as MATCHED. */
        PROMOTED,
        /** It is no topic, and is not offered again. */
        SUPPRESSED
    }
}
