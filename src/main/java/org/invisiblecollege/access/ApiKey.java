package org.invisiblecollege.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is listed; the key itself is not stored.
 *
 * @param label display name
 * @param createdAt null for the key in the settings
 * @param expiresAt when it ceases to be valid; null for never
 */
public record ApiKey(
        String id,
        String label,
        Role role,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt) {

    boolean isValid(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
