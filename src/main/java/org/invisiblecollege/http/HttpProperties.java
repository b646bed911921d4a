package org.invisiblecollege.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures HTTP.
 *
 * @param allowedHosts names, without ports, that the service answers to in addition to those of loopback; if there are none,
 *     a service on another address than loopback answers to any name
 */
@ConfigurationProperties("college.http")
record HttpProperties(@DefaultValue List<String> allowedHosts) {

    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

    HttpProperties {
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
