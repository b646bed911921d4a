package org.invisiblecollege.access;

/**
 * A key just made.
 *
 * @param id to revoke it by
 * @param label what its maker calls it
 * @param key the key itself, which nothing keeps
 */
public record CreatedApiKey(String id, String label, String key) {

    /** Without the key, for logs. */
    @Override
    public String toString() {
        return "CreatedApiKey[" + id + ", " + label + "]";
    }
}
