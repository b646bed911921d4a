package org.invisiblecollege.index;

/** The names of all kinds of nodes of one snapshot. */
public record NameIndexes(
        IndexSnapshot snapshot, NameIndex authors, NameIndex organisations, NameIndex venues, NameIndex topics) {

    static NameIndexes of(IndexSnapshot snapshot) {
        return new NameIndexes(
                snapshot,
                NameIndex.of(snapshot.authors()),
                NameIndex.ofOrganisations(snapshot.organisations()),
                NameIndex.of(snapshot.venues()),
                NameIndex.of(snapshot.topics()));
    }

    /** Returns the names of a later snapshot. */
    NameIndexes following(IndexSnapshot later) {
        return new NameIndexes(
                later,
                authors.following(later.authors()),
                organisations.following(later.organisations()),
                venues.following(later.venues()),
                topics.following(later.topics()));
    }
}
