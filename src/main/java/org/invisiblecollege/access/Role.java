package org.invisiblecollege.access;

/** What a caller may do; each role may do what those before it may. */
public enum Role {
    /** Asks questions. */
    READER,
    /** Decides about the identity of people and about mined topics. */
    CURATOR,
    /** Loads data, and sees and changes who may do what. */
    ADMIN;

    /** Whether this role may do what another one is needed for. */
    public boolean permits(Role needed) {
        return compareTo(needed) >= 0;
    }
}
