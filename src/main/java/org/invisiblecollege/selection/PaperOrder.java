package org.invisiblecollege.selection;

/** Orders of papers; equal ones are ordered by folded title, then id. */
public enum PaperOrder {
    /** By date, latest first; undated ones last. */
    NEWEST,
    /** By date, earliest first; undated ones last. */
    OLDEST,
    /** By citation count, highest first; uncounted ones last. */
    MOST_CITED,
    /** By folded title. */
    TITLE,
    /** By how well the title matches {@link PaperFilter#text}, which must be given; best first. */
    RELEVANCE
}
