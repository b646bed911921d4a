package org.invisiblecollege.kernel;

/** The families of errors a caller can act on. */
public enum ErrorKind {
    /** Something the caller named does not exist. */
    NOT_FOUND,
    /** An argument makes no sense; the message names it. */
    INVALID,
    /** Another change stands in the way. */
    CONFLICT,
    /** It cannot be answered yet; asking later helps. */
    NOT_READY
}
