package org.invisiblecollege.access;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A caller as Spring Security knows one. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    @SuppressWarnings("serial") // never serialised
    private final Caller caller;

    public CallerAuthentication(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        setAuthenticated(true);
    }

    private static Collection<SimpleGrantedAuthority> authorities(Caller caller) {
        return List.of(new SimpleGrantedAuthority("ROLE_" + caller.role().name()));
    }

    /** Returns who sends the request that this thread works for; empty if it has shown nothing. */
    public static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? Optional.of(known.caller)
                : Optional.empty();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication known && known.caller.equals(caller);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(caller);
    }
}
