package org.invisiblecollege.neighbourhood;

/** Which way a topic goes. */
public enum TrendKind {
    /** A greater share of papers than before. */
    RISING,
    /** Rising, and on no paper before both periods. */
    EMERGING,
    /** A smaller share of papers than before. */
    FADING
}
