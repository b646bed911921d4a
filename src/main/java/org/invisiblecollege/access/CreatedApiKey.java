package org.invisiblecollege.access;

/**
 * A key that was just created.
 *
 * @param id id to revoke it by
 * @param label display name
 * @param key the key itself, which is not stored
 */
public record CreatedApiKey(String id, String label, String key) {

    /** Leaves the key out, for logs. */
    @Override
    public String toString() {
        return "CreatedApiKey[" + id + ", " + label + "]";
    }
}
