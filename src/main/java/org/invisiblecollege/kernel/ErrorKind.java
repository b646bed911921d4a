package org.invisiblecollege.kernel;

/** Classifies the errors that a caller can act on. */
public enum ErrorKind {
    /** Something that the caller named does not exist. */
    NOT_FOUND,
    /** An argument is invalid; the message names it. */
    INVALID,
    /** The change conflicts with another one. */
    CONFLICT,
    /** The answer is not available yet; the caller may ask again later. */
    NOT_READY,
    /** The caller may not do this. */
    REFUSED
}
