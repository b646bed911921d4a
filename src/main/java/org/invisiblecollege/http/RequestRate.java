package org.invisiblecollege.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.invisiblecollege.access.Caller;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;

/** How many requests a key, or an address without one, may send. Thread-safe. */
public final class RequestRate {

    private static final int MAX_CALLERS = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final Cache<String, Bucket> left = Caffeine.newBuilder()
            .expireAfterAccess(MINUTE)
            .maximumSize(MAX_CALLERS)
            .build();

    /** @param perMinute requests of one caller in a minute; 0 for any number */
    RequestRate(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Counts a request.
     *
     * @throws DomainException RATE_LIMITED with {@code seconds} to wait if the caller has sent too many
     */
    public void count(Caller caller) {
        if (perMinute == 0) {
            return;
        }
        ConsumptionProbe probe = left.get(
                        Objects.requireNonNullElse(caller.id(), caller.address()),
                        first -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                                .build())
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds =
                    1 + probe.getNanosToWaitForRefill() / Duration.ofSeconds(1).toNanos();
            throw new DomainException(
                    ErrorKind.REFUSED,
                    "RATE_LIMITED",
                    "%d requests may be sent in a minute; ask again in %d s, or raise college.http.requests-per-minute."
                            .formatted(perMinute, seconds),
                    Map.of("seconds", seconds));
        }
    }
}
