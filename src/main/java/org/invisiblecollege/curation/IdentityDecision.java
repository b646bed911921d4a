package org.invisiblecollege.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision about who is who.
 *
 * @param names as written, of decisions by rule; empty otherwise
 * @param evidence in words; empty for a curator's
 * @param score of a decision by rule: the evidence over what it takes; null for a curator's
 * @param method {@code curator}, or the name and version of the rule
 * @param reason a curator's; null where none was given
 * @param at ISO 8601 with UTC
 * @param undoneAt likewise; null while it stands
 * @param authors ids of the people as they were: of a merge the one who remains first, then those who became that person
 */
public record IdentityDecision(
        String id,
        Kind kind,
        List<String> names,
        List<String> evidence,
        @Nullable Double score,
        String method,
        @Nullable String reason,
        String at,
        @Nullable String undoneAt,
        List<String> authors) {

    /** What was decided. */
    public enum Kind {
        /** They are one person. */
        MERGE,
        /** By a rule: for all the evidence they are not taken for one person. */
        REFUSAL,
        /** Some papers are somebody else's. */
        SPLIT,
        /** They are two people. */
        DIFFERENT,
        /** The person is not shown. */
        SUPPRESSION
    }
}
