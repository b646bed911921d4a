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
 * @param wrongKeysPerMinute how many wrong keys an address may try; also how many of its refusals are recorded
 * @param tokenRoles claim of a token with the names of roles, a text or a list; dots lead into nested claims
 */
@ConfigurationProperties("college.access")
public record AccessProperties(
        @Nullable String apiKey,
        @DefaultValue("data/api-key") Path keyFile,
        @DefaultValue("roles") String tokenRoles,
        @DefaultValue("10") int wrongKeysPerMinute) {

    private static final int MIN_KEY_LENGTH = 32;

    public AccessProperties {
        if (wrongKeysPerMinute < 1) {
            throw new IllegalArgumentException(
                    "college.access.wrong-keys-per-minute must be positive, was " + wrongKeysPerMinute);
        }
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
