package org.invisiblecollege.access;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures who may change the graph.
 *
 * @param apiKey an additional key to accept, at least {@value #MIN_KEY_LENGTH} characters; null for none
 * @param keyFile file for the first key of an embedded store
 */
@ConfigurationProperties("college.access")
record AccessProperties(
        @Nullable String apiKey,
        @DefaultValue("data/api-key") Path keyFile) {

    private static final int MIN_KEY_LENGTH = 32;

    AccessProperties {
        if (apiKey != null && apiKey.length() < MIN_KEY_LENGTH) {
            throw new IllegalArgumentException("college.access.api-key must have at least " + MIN_KEY_LENGTH
                    + " characters, had " + apiKey.length() + "; leave it out for none");
        }
    }

    /** Leaves the key out, for logs. */
    @Override
    public String toString() {
        return "AccessProperties[keyFile=" + keyFile + "]";
    }
}
