package org.invisiblecollege.bibliometrics;

/** The papers from which the first and the last year of an author are taken. */
public enum CareerBasis {
    /** All dated papers of the author in the graph. */
    GRAPH,
    /** The dated papers of the selection. */
    SELECTION
}
