package org.invisiblecollege.bibliometrics;

/** Which way a topic goes. */
public enum TrendKind {
    /** A greater share of papers than before. */
    RISING,
    /** Rising, and on no dated paper before the window. */
    EMERGING,
    /** A smaller share of papers than before. */
    FADING
}
