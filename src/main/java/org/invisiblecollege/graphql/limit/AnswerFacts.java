package org.invisiblecollege.graphql.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an answer before it is made.
 *
 * @param cost estimated by {@link AnswerCost}
 * @param allowed what it may cost at most
 * @param costliest path of the field that costs most of it; null if there is no field
 * @param isOfOneVersion whether it changes only with the version of the graph
 */
public record AnswerFacts(long cost, long allowed, @Nullable String costliest, boolean isOfOneVersion) {

    /** Returns the cost as clients see it. */
    Map<String, Object> extension() {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("requested", cost);
        extension.put("allowed", allowed);
        if (costliest != null) {
            extension.put("costliest", costliest);
        }
        return extension;
    }
}
