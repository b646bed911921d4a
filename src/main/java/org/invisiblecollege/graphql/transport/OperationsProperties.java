package org.invisiblecollege.graphql.transport;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures which documents are answered.
 *
 * @param directory folder with manifests of code generators (.json) and operations (.graphql); null for none
 * @param trustedOnly whether only documents of that folder and the example operations are answered
 */
@ConfigurationProperties("college.graphql.operations")
record OperationsProperties(
        @Nullable Path directory, @DefaultValue("false") boolean trustedOnly) {}
