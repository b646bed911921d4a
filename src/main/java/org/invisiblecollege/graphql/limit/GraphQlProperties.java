package org.invisiblecollege.graphql.limit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.invisiblecollege.access.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of a request.
 *
 * @param maxDepth levels of fields a document has at most
 * @param maxCost what a response of each role may cost, as estimated by {@link AnswerCost}; a role that is not named may ask
 *     for at least as much as the one before it
 * @param largeAnswersAtOnce how many responses and files with a cost of 50,000 and more are computed at the same time
 * @param timeout after which a request is aborted
 * @param exportKeyFile file with the key that download links are signed with; created if it does not exist
 */
@ConfigurationProperties("college.graphql")
public record GraphQlProperties(
        @DefaultValue("20") int maxDepth,
        @DefaultValue Map<Role, Integer> maxCost,
        @DefaultValue("1") int largeAnswersAtOnce,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("data/export-key") Path exportKeyFile) {

    /** About two seconds of processor time: a stranger may ask for a map of a thousand nodes with their positions. */
    private static final int USUAL_MAX_COST_OF_STRANGERS = 400_000;

    private static final int USUAL_MAX_COST = 2_000_000;

    public GraphQlProperties {
        if (maxDepth < 1
                || maxCost.values().stream().anyMatch(cost -> cost < 1)
                || largeAnswersAtOnce < 1
                || !timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "college.graphql.max-depth, max-cost, large-answers-at-once and timeout must be positive, were "
                            + maxDepth + ", " + maxCost + ", " + largeAnswersAtOnce + " and " + timeout);
        }
    }

    /** Returns the setting below {@code college.graphql} of what a response for a caller of a role may cost. */
    static String maxCostSetting(Role role) {
        return "max-cost." + role.name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a response for a caller of a role may cost. */
    int maxCost(Role role) {
        int max = maxCost.getOrDefault(Role.READER, USUAL_MAX_COST_OF_STRANGERS);
        for (Role each : Role.values()) {
            if (each != Role.READER && role.permits(each)) {
                max = maxCost.getOrDefault(each, Math.max(max, USUAL_MAX_COST));
            }
        }
        return max;
    }
}
