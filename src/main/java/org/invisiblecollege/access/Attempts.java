package org.invisiblecollege.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Counts what is refused for each network address, so that keys cannot be tried out and the audit log not be filled.
 * Thread-safe.
 */
final class Attempts {

    private static final int MAX_ADDRESSES = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Bucket> left = Caffeine.newBuilder()
            .expireAfterAccess(MINUTE)
            .maximumSize(MAX_ADDRESSES)
            .build();

    private final int perMinute;

    /** @param perMinute refusals of one address in a minute */
    Attempts(int perMinute) {
        this.perMinute = perMinute;
    }

    private Bucket of(String address) {
        return left.get(
                address,
                first -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    /** Whether another attempt from an address may be made. */
    boolean isAllowed(String address) {
        return of(address).getAvailableTokens() > 0;
    }

    /** Counts an attempt; returns false if there were too many before. */
    boolean count(String address) {
        return of(address).tryConsume(1);
    }

    /** Returns seconds until another attempt from an address may be made. */
    long secondsToWait(String address) {
        return 1
                + of(address).estimateAbilityToConsume(1).getNanosToWaitForRefill()
                        / Duration.ofSeconds(1).toNanos();
    }
}
