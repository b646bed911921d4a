package org.invisiblecollege.search;

/**
 * A node that a search found.
 *
 * @param score BM25 over the words of the kind, comparable within a kind
 * @param matched the name, title or label that matched best
 */
public record SearchHit(Kind kind, String id, double score, String matched) {

    /** The kind of the node. */
    public enum Kind {
        AUTHOR,
        PAPER,
        ORGANISATION,
        TOPIC,
        VENUE
    }
}
