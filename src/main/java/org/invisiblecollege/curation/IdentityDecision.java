package org.invisiblecollege.curation;

import java.util.List;
import org.invisiblecollege.cypher.Columns;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * A decision about the identity of authors.
 *
 * @param names as written, of a decision by rule; the name that a curator set; empty for others, and without hidden ones
 * @param evidence in words; empty for a curator's decision
 * @param score of a decision by rule: the evidence divided by what a merge takes; null for a curator's
 * @param method {@code curator}, or the name and version of the rule
 * @param reason a curator's; null where none was given
 * @param at ISO 8601 with UTC
 * @param undoneAt likewise; null while the decision stands
 * @param authors ids as they were then; of a merge the survivor first
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

    /** Returns the decision of a row, without hidden names. */
    static IdentityDecision of(Record row, HiddenNames hidden) {
        return new IdentityDecision(
                row.get("id").asString(),
                Kind.valueOf(row.get("kind").asString()),
                hidden.without(Columns.strings(row, "names")),
                hidden.replacedIn(Columns.strings(row, "evidence")),
                row.get("score").isNull() ? null : row.get("score").asDouble(),
                row.get("method").asString(),
                row.get("reason").asString(null),
                row.get("at").asString(),
                row.get("undoneAt").asString(null),
                Columns.strings(row, "authors"));
    }

    /** What was decided. */
    public enum Kind {
        /** The authors are one person. */
        MERGE,
        /** A rule did not merge the authors, although some evidence supports it. */
        REFUSAL,
        /** Some papers are by a different person. */
        SPLIT,
        /** The authors are different people. */
        DIFFERENT,
        /** The author is not shown. */
        SUPPRESSION,
        /** The author is shown under another name. */
        NAME,
        /** A spelling of the author's name is not shown. */
        HIDDEN_NAME
    }
}
