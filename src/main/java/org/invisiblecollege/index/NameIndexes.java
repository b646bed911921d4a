package org.invisiblecollege.index;

/** The names of all kinds of nodes of one snapshot. */
public record NameIndexes(IndexSnapshot snapshot, NameIndex authors, NameIndex organisations, NameIndex topics) {

    static NameIndexes of(IndexSnapshot snapshot) {
        return new NameIndexes(
                snapshot,
                NameIndex.of(snapshot.authors()),
                NameIndex.ofOrganisations(snapshot.organisations()),
                NameIndex.of(snapshot.topics()));
    }

    /** Returns the names of a later snapshot. */
    NameIndexes following(IndexSnapshot later) {
        return new NameIndexes(
                later,
                authors.following(later.authors()),
                organisations.following(later.organisations()),
                topics.following(later.topics()));
    }
}
