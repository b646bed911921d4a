package org.invisiblecollege.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configures HTTP.
 *
 * @param allowedHosts names, without ports, that the service answers to in addition to those of loopback; if there are none,
 *     a service on another address than loopback answers to any name
 * @param maxBody bytes of a GraphQL request
 */
@ConfigurationProperties("college.http")
record HttpProperties(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("1MB") DataSize maxBody) {

    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

    private static final DataSize MAX_MAX_BODY = DataSize.ofMegabytes(100);

    HttpProperties {
        if (maxBody.toBytes() < 1 || maxBody.compareTo(MAX_MAX_BODY) > 0) {
            throw new IllegalArgumentException("college.http.max-body must be 1B to 100MB, was " + maxBody);
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
    }
}
