package org.invisiblecollege.changelog;

import java.util.Collection;
import java.util.List;

/**
 * The ids of what a transaction added, changed or removed.
 *
 * @param papers with properties or edges touched
 * @param authors with names or identity touched, regardless of their papers
 * @param organisations with names or countries touched
 * @param venues with names or acronyms touched
 * @param topics with labels or hierarchy touched
 */
public record TouchedIds(
        List<String> papers,
        List<String> authors,
        List<String> organisations,
        List<String> venues,
        List<String> topics) {

    /** Touches nothing that can be queried by id, such as the bookkeeping of a source. */
    public static final TouchedIds NOTHING = new TouchedIds(List.of(), List.of(), List.of(), List.of(), List.of());

    public TouchedIds {
        papers = List.copyOf(papers);
        authors = List.copyOf(authors);
        organisations = List.copyOf(organisations);
        venues = List.copyOf(venues);
        topics = List.copyOf(topics);
    }

    /** Touches papers only. */
    public static TouchedIds papers(Collection<String> ids) {
        return new TouchedIds(List.copyOf(ids), List.of(), List.of(), List.of(), List.of());
    }

    /** Touches authors only. */
    public static TouchedIds authors(Collection<String> ids) {
        return new TouchedIds(List.of(), List.copyOf(ids), List.of(), List.of(), List.of());
    }

    /** Touches organisations only. */
    public static TouchedIds organisations(Collection<String> ids) {
        return new TouchedIds(List.of(), List.of(), List.copyOf(ids), List.of(), List.of());
    }

    /** Touches venues only. */
    public static TouchedIds venues(Collection<String> ids) {
        return new TouchedIds(List.of(), List.of(), List.of(), List.copyOf(ids), List.of());
    }

    /** Touches topics only. */
    public static TouchedIds topics(Collection<String> ids) {
        return new TouchedIds(List.of(), List.of(), List.of(), List.of(), List.copyOf(ids));
    }

    int size() {
        return papers.size() + authors.size() + organisations.size() + venues.size() + topics.size();
    }
}
