package org.invisiblecollege.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that was just created.
 *
 * @param id id to revoke it by
 * @param label display name
 * @param expiresAt when it ceases to be valid; null for never
 * @param key the key itself, which is not stored
 */
public record CreatedApiKey(
        String id, String label, Role role, @Nullable Instant expiresAt, String key) {

    /** Leaves the key out, for logs. */
    @Override
    public String toString() {
        return "CreatedApiKey[" + id + ", " + label + ", " + role + "]";
    }
}
