package org.invisiblecollege.graphql.limit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.invisiblecollege.kernel.Cancellation;

/**
 * The message for a client whose request was cancelled.
 *
 * @param message in plain words
 * @param extensions with a stable {@code code} for programs
 */
public record Cancelled(String message, Map<String, Object> extensions) {

    private static final String SETTING = "college.graphql.timeout";

    /** @param timeout longest time for a request */
    static Cancelled of(Cancellation.Reason reason, Duration timeout) {
        return switch (reason) {
            case TIMEOUT -> {
                String allowed = inSeconds(timeout);
                yield new Cancelled(
                        "The answer would have taken longer than %s, the longest time for a request; ask for less, or raise %s."
                                .formatted(allowed, SETTING),
                        Map.of("code", "TIMEOUT", "allowed", allowed, "setting", SETTING));
            }
            case CLIENT_GONE, STOPPING -> new Cancelled(LargeAnswers.STOPPING, Map.of("code", "BUSY"));
        };
    }

    private static String inSeconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
