package org.invisiblecollege.graphql;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of a request.
 *
 * @param maxDepth levels of fields
 * @param maxFields fields in the document, fragments unfolded
 */
@ConfigurationProperties("college.graphql")
record GraphQlProperties(
        @DefaultValue("20") int maxDepth,
        @DefaultValue("1000") int maxFields) {

    GraphQlProperties {
        if (maxDepth < 1 || maxFields < 1) {
            throw new IllegalArgumentException("college.graphql.max-depth and max-fields must be at least 1, were "
                    + maxDepth + " and " + maxFields);
        }
    }
}
