package org.invisiblecollege.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two authors who may be one person.
 *
 * @param id of the decision by rule not to merge them
 * @param authors two ids
 * @param names as written, without hidden ones
 * @param evidence in words
 * @param score the evidence divided by what a merge by rule takes
 * @param method name and version of the rule
 * @param at ISO 8601 with UTC
 * @param papersAtStake number of papers of the author who has fewer
 * @param rank place in the order of all
 */
public record OpenCandidate(
        String id,
        List<String> authors,
        List<String> names,
        List<String> evidence,
        double score,
        String method,
        String at,
        int papersAtStake,
        String rank) {

    /**
     * Selects pairs.
     *
     * @param author id of one of the two; null for all
     * @param method beginning of the rule's name; null for all
     * @param minScore null for all
     */
    public record Filter(
            @Nullable String author,
            @Nullable String method,
            @Nullable Double minScore) {

        /** Selects all pairs. */
        public static final Filter ALL = new Filter(null, null, null);
    }
}
