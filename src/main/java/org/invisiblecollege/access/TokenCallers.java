package org.invisiblecollege.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads who a caller is from the claims of a checked token. */
final class TokenCallers {

    private final List<String> rolesClaim;

    /** @param rolesClaim name of the claim with roles; dots lead into nested claims */
    TokenCallers(String rolesClaim) {
        this.rolesClaim = List.of(rolesClaim.split("\\."));
    }

    Caller caller(Jwt token, String address) {
        String subject = Objects.requireNonNullElse(token.getSubject(), "unknown");
        Object name = token.getClaims().getOrDefault("name", subject);
        return new Caller(
                "token:" + Objects.requireNonNullElse(token.getClaimAsString("iss"), "") + "#" + subject,
                String.valueOf(name),
                role(token),
                token.getExpiresAt(),
                address);
    }

    /** Returns the highest role that the token names; names that are no role of this service are those of others. */
    private Role role(Jwt token) {
        Object value = token.getClaims();
        for (String name : rolesClaim) {
            value = value instanceof Map<?, ?> claims ? claims.get(name) : null;
        }
        Role highest = Role.READER;
        for (Object name : value instanceof Collection<?> names ? names : names(value)) {
            for (Role role : Role.values()) {
                if (role.name().equalsIgnoreCase(String.valueOf(name)) && role.permits(highest)) {
                    highest = role;
                }
            }
        }
        return highest;
    }

    private static List<String> names(@Nullable Object value) {
        return value == null ? List.of() : Arrays.asList(value.toString().split("[ ,]+"));
    }
}
