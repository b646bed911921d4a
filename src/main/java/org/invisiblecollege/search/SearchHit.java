package org.invisiblecollege.search;

/**
 * Something a search found.
 *
 * @param score of the full-text index, comparable within one kind
 * @param matched the name, title or label that matched best
 */
public record SearchHit(Kind kind, String id, double score, String matched) {

    /** What can be found. */
    public enum Kind {
        AUTHOR,
        PAPER,
        ORGANISATION,
        TOPIC
    }
}
