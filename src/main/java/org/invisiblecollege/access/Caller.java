package org.invisiblecollege.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param id id of the API key, or {@code token:} with the issuer and the subject of a token; null for a caller without either
 * @param name name of the key or the token, for people
 * @param expiresAt when a token expires; null if it does not, and for keys, which the graph knows
 * @param address network address that the request came from
 */
public record Caller(
        @Nullable String id,
        String name,
        Role role,
        @Nullable Instant expiresAt,
        String address) {

    /** Returns a caller without a key, who may only read. */
    public static Caller anonymous(String address) {
        return new Caller(null, "without a key", Role.READER, null, address);
    }

    /** Whether the caller has shown a key or a token. */
    public boolean isKnown() {
        return id != null;
    }
}
