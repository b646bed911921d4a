package org.invisiblecollege.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Recognises callers by their keys, decides what they may do, and records what was done and refused. Thread-safe. */
@Service
public class Access {

    /** How long a key that was valid is taken for so in questions; changes always ask the graph. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    private static final int MAX_KNOWN = 10_000;

    private final ApiKeys keys;
    private final AuditLog log;
    private final Clock clock;
    private final Attempts attempts;
    private final Cache<String, ApiKey> known = Caffeine.newBuilder()
            .expireAfterWrite(KNOWN_FOR)
            .maximumSize(MAX_KNOWN)
            .build();

    Access(ApiKeys keys, AuditLog log, AccessProperties properties, Clock clock) {
        this.keys = keys;
        this.log = log;
        this.clock = clock;
        this.attempts = new Attempts(properties.wrongKeysPerMinute());
    }

    /**
     * Returns the caller who shows a key.
     *
     * @throws DomainException UNAUTHENTICATED if the key is not valid, RATE_LIMITED with {@code seconds} to wait if too many from
     *     the address were not
     */
    public Caller caller(String key, String address) {
        ApiKey valid = known.getIfPresent(key);
        if (valid == null) {
            requireAttempt(address);
            valid = keys.find(key).orElseThrow(() -> refused(address));
            known.put(key, valid);
        }
        return new Caller(valid.id(), valid.label(), valid.role(), null, address);
    }

    /**
     * Checks that a key or token may be tried.
     *
     * @throws DomainException RATE_LIMITED with {@code seconds} to wait if too many from the address were wrong
     */
    public void requireAttempt(String address) {
        if (!attempts.isAllowed(address)) {
            long seconds = attempts.secondsToWait(address);
            throw new DomainException(
                    ErrorKind.REFUSED,
                    "RATE_LIMITED",
                    "Too many wrong keys came from %s; try again in %d s.".formatted(address, seconds),
                    Map.of("seconds", seconds));
        }
    }

    /** Records that a key or token was not valid, and returns the error to answer with. */
    public DomainException refused(String address) {
        DomainException wrong = unauthenticated("The API key is not valid");
        recordRefusal(Caller.anonymous(address), "authenticate", null, wrong.code());
        return wrong;
    }

    /**
     * Checks that a caller has a role now, also if its key was revoked a moment ago.
     *
     * @param what is to be done, as the subject of a sentence
     * @throws DomainException UNAUTHENTICATED if the caller has shown no key or one that is no longer valid, FORBIDDEN if its
     *     role permits less
     */
    public void require(Caller caller, Role needed, String what) {
        if (needed == Role.READER) {
            return;
        }
        if (!caller.isKnown()) {
            throw unauthenticated("%s needs an API key".formatted(what));
        }
        if (!isValid(caller)) {
            throw unauthenticated("The API key is no longer valid");
        }
        if (!caller.role().permits(needed)) {
            throw new DomainException(
                    ErrorKind.REFUSED,
                    "FORBIDDEN",
                    "%s needs the role %s; the key \"%s\" has the role %s."
                            .formatted(what, needed, caller.name(), caller.role()),
                    Map.of("needed", needed.name(), "role", caller.role().name()));
        }
    }

    private static DomainException unauthenticated(String problem) {
        return new DomainException(
                ErrorKind.REFUSED,
                "UNAUTHENTICATED",
                problem + "; send one in the header Authorization: Bearer <key>.",
                Map.of());
    }

    private boolean isValid(Caller caller) {
        if (caller.expiresAt() != null) {
            return clock.instant().isBefore(caller.expiresAt());
        }
        return caller.id() == null
                || !caller.id().startsWith(ApiKeys.ID_PREFIX)
                || keys.findById(caller.id()).isPresent();
    }

    /** Records what a caller did, or why it failed: {@link AuditLog#DONE} or the code of the error. */
    public void recordAction(Caller caller, String action, @Nullable String arguments, String outcome) {
        log.add(caller, action, arguments, outcome);
    }

    /** Records that a caller was refused, unless so many were from the same address that they would fill the log. */
    public void recordRefusal(Caller caller, String action, @Nullable String arguments, String code) {
        if (attempts.count(caller.address())) {
            log.add(caller, action, arguments, code);
        }
    }
}
