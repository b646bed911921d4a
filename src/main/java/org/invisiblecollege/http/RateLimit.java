package org.invisiblecollege.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.invisiblecollege.access.Caller;
import org.invisiblecollege.access.CallerAuthentication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests of a key, or of an address without one, beyond a number in a minute. */
final class RateLimit extends OncePerRequestFilter {

    private static final int MAX_CALLERS = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final Refusals refusals;
    private final Cache<String, Bucket> left = Caffeine.newBuilder()
            .expireAfterAccess(MINUTE)
            .maximumSize(MAX_CALLERS)
            .build();

    /** @param perMinute requests of one caller in a minute */
    RateLimit(int perMinute, Refusals refusals) {
        this.perMinute = perMinute;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String caller = CallerAuthentication.current().map(Caller::id).orElseGet(request::getRemoteAddr);
        ConsumptionProbe probe = left.get(
                        caller,
                        first -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                                .build())
                .tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds =
                1 + probe.getNanosToWaitForRefill() / Duration.ofSeconds(1).toNanos();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        refusals.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "RATE_LIMITED",
                "%d requests may be sent in a minute; ask again in %d s, or raise college.http.requests-per-minute."
                        .formatted(perMinute, seconds),
                Map.of("seconds", seconds));
    }
}
