package org.invisiblecollege.author;

import java.util.Comparator;

/**
 * An author who may be meant by a name.
 *
 * @param author id
 * @param matchedName the author's spelling that is most similar to the name
 * @param score similarity, 1 for the same name or an id of the author
 */
public record AuthorCandidate(String author, String matchedName, double score) {

    static final Comparator<AuthorCandidate> BEST_FIRST =
            Comparator.comparingDouble(AuthorCandidate::score).reversed().thenComparing(AuthorCandidate::author);
}
