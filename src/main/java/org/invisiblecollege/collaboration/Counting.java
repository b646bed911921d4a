package org.invisiblecollege.collaboration;

/** How much a joint paper with n authors counts for a pair. */
public enum Counting {
    /** 1. */
    FULL,
    /** 1/(n-1): Newman 2001; Perianes-Rodriguez, Waltman, van Eck 2016. */
    FRACTIONAL,
    /** 2/(n(n-1)): Leydesdorff, Park 2017. */
    REFINED
}
