package org.invisiblecollege.changelog;

import java.util.Collection;
import java.util.List;

/**
 * What a transaction added, changed or took away, by id.
 *
 * @param papers with their edges
 * @param authors their names or identities; not because of their papers, which are named above
 * @param organisations their names or places
 * @param topics their labels or hierarchy
 */
public record TouchedIds(List<String> papers, List<String> authors, List<String> organisations, List<String> topics) {

    /** Nothing that anyone could ask for by id, such as the book-keeping of a source. */
    public static final TouchedIds NOTHING = new TouchedIds(List.of(), List.of(), List.of(), List.of());

    public TouchedIds {
        papers = List.copyOf(papers);
        authors = List.copyOf(authors);
        organisations = List.copyOf(organisations);
        topics = List.copyOf(topics);
    }

    /** Only people. */
    public static TouchedIds authors(Collection<String> ids) {
        return new TouchedIds(List.of(), List.copyOf(ids), List.of(), List.of());
    }

    /** Only topics. */
    public static TouchedIds topics(Collection<String> ids) {
        return new TouchedIds(List.of(), List.of(), List.of(), List.copyOf(ids));
    }

    int size() {
        return papers.size() + authors.size() + organisations.size() + topics.size();
    }
}
