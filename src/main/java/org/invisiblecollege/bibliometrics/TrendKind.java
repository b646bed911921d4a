package org.invisiblecollege.bibliometrics;

/** How the share of papers on a topic changes. */
public enum TrendKind {
    /** It is greater than before. */
    RISING,
    /** It rises, and no dated paper before the window is on the topic. */
    EMERGING,
    /** It is smaller than before. */
    FADING
}
