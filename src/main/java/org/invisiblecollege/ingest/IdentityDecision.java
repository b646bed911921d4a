package org.invisiblecollege.ingest;

import java.util.List;
import java.util.Map;
import org.invisiblecollege.identity.PersonMatcher;

/**
 * Why keys of one source were taken for one person, or names that fit were not.
 *
 * @param authors ids: one of a merge, two of a refusal
 * @param names as written
 * @param evidence in words
 * @param score the evidence over what it takes; 1 and more is enough
 */
record IdentityDecision(Kind kind, List<String> authors, List<String> names, List<String> evidence, double score) {

    /** What was decided. */
    enum Kind {
        MERGE,
        REFUSAL
    }

    /** The row of {@code merge-identity-decisions}: one for each person merged, and for each pair refused. */
    Map<String, Object> row(String now) {
        return GraphRows.row(
                "id", "decision:" + Ids.hash(kind + " " + String.join(" ", authors)),
                "authors", authors,
                "kind", kind.name(),
                "names", names,
                "evidence", evidence,
                "score", score,
                "method", PersonMatcher.METHOD,
                "at", now);
    }
}
