package org.invisiblecollege.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configures which requests are answered.
 *
 * @param allowedHosts host names, without scheme and port, that requests may be meant for besides those of this machine
 * @param allowedOrigins sites whose pages may use the service, such as https://maps.example.org; {@code *} for all
 * @param maxBody bytes of a GraphQL request
 * @param requestsPerMinute requests of one key, or of one address without a key; 0 for any number, null for any number on
 *     loopback and 3,000 elsewhere
 * @param openMetrics whether metrics need no key; null for yes on loopback and no elsewhere
 */
@ConfigurationProperties("college.http")
record HttpProperties(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("1MB") DataSize maxBody,
        @Nullable Integer requestsPerMinute,
        @Nullable Boolean openMetrics) {

    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

    private static final Pattern ORIGIN = Pattern.compile("\\*|[a-z][a-z0-9+.-]*://[^/\\s]+");

    private static final DataSize MAX_MAX_BODY = DataSize.ofMegabytes(100);

    HttpProperties {
        if (maxBody.toBytes() < 1 || maxBody.compareTo(MAX_MAX_BODY) > 0) {
            throw new IllegalArgumentException("college.http.max-body must be 1B to 100MB, was " + maxBody);
        }
        if (requestsPerMinute != null && requestsPerMinute < 0) {
            throw new IllegalArgumentException(
                    "college.http.requests-per-minute must not be negative, was " + requestsPerMinute);
        }
        allowedHosts = allowedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String host : allowedHosts) {
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException(
                        "college.http.allowed-hosts takes names without scheme and port, such as graph.example.org, was "
                                + host);
            }
        }
        allowedOrigins = allowedOrigins.stream()
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String origin : allowedOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "college.http.allowed-origins takes scheme, host and port, such as https://maps.example.org, was "
                                + origin);
            }
        }
    }
}
