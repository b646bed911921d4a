package org.invisiblecollege.graphql.limit;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of a request.
 *
 * @param maxDepth levels of fields a document has at most
 * @param maxValues values a response has at most, as estimated by {@link AnswerSize}
 * @param largeAnswersAtOnce how many responses and files of 50,000 values and more are computed at the same time
 * @param timeout after which a request is aborted
 * @param exportKeyFile file with the key that download links are signed with; created if it does not exist
 */
@ConfigurationProperties("college.graphql")
public record GraphQlProperties(
        @DefaultValue("20") int maxDepth,
        @DefaultValue("2000000") int maxValues,
        @DefaultValue("1") int largeAnswersAtOnce,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("data/export-key") Path exportKeyFile) {

    public GraphQlProperties {
        if (maxDepth < 1 || maxValues < 1 || largeAnswersAtOnce < 1 || !timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "college.graphql.max-depth, max-values, large-answers-at-once and timeout must be positive, were "
                            + maxDepth + ", " + maxValues + ", " + largeAnswersAtOnce + " and " + timeout);
        }
    }
}
