package org.invisiblecollege.author;

import java.util.Comparator;

/**
 * Someone who may be meant.
 *
 * @param author id
 * @param matchedName the spelling of theirs that is most like what was asked
 * @param score how like, up to 1 for the same name or an id of theirs
 */
public record AuthorCandidate(String author, String matchedName, double score) {

    static final Comparator<AuthorCandidate> BEST_FIRST =
            Comparator.comparingDouble(AuthorCandidate::score).reversed().thenComparing(AuthorCandidate::author);
}
