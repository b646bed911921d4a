package org.invisiblecollege.access;

import java.util.Objects;
import org.invisiblecollege.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Recognises callers by what they send as a bearer token: an API key, or a token of the configured issuer. */
@Component
public class BearerCallers implements AuthenticationManager {

    private final Access access;
    private final TokenCallers tokens;
    private final ObjectProvider<JwtDecoder> decoder;

    /** Why a key or token is refused; the message and code of the cause are for the caller. */
    public static final class Refused extends AuthenticationException {

        private final DomainException reason;

        Refused(DomainException reason) {
            super(String.valueOf(reason.getMessage()), reason);
            this.reason = reason;
        }

        public DomainException reason() {
            return reason;
        }
    }

    /** @param decoder is there if {@code spring.security.oauth2.resourceserver.jwt} is configured */
    BearerCallers(Access access, AccessProperties properties, ObjectProvider<JwtDecoder> decoder) {
        this.access = access;
        this.tokens = new TokenCallers(properties.tokenRoles());
        this.decoder = decoder;
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        String address = shown.getDetails() instanceof WebAuthenticationDetails details
                ? Objects.requireNonNullElse(details.getRemoteAddress(), "unknown")
                : "unknown";
        return new CallerAuthentication(caller(((BearerTokenAuthenticationToken) shown).getToken(), address));
    }

    /**
     * Returns who shows a key or token.
     *
     * @throws Refused if it is not valid
     */
    public Caller caller(String token, String address) {
        try {
            JwtDecoder tokensOfIssuer = isJwt(token) ? decoder.getIfAvailable() : null;
            return tokensOfIssuer == null
                    ? access.caller(token, address)
                    : tokens.caller(decoded(tokensOfIssuer, token, address), address);
        } catch (DomainException e) {
            throw new Refused(e);
        }
    }

    private Jwt decoded(JwtDecoder from, String token, String address) {
        access.requireAttempt(address);
        try {
            return from.decode(token);
        } catch (JwtException e) {
            throw access.refused(address);
        }
    }

    /** Whether a text has the three parts of a signed token, which keys made here do not have. */
    private static boolean isJwt(@Nullable String token) {
        return token != null && token.chars().filter(each -> each == '.').count() == 2;
    }
}
