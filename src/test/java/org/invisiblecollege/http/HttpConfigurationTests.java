package org.invisiblecollege.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class HttpConfigurationTests {

    private static final DataSize MAX_BODY = DataSize.ofMegabytes(1);

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, '', true",
        "::1, '', true",
        "127.0.0.1, graph.example.org, true",
        "0.0.0.0, '', false",
        "0.0.0.0, graph.example.org, true",
        "'', '', false",
        "'', graph.example.org, true"
    })
    void checksHostsOnLoopbackAndIfHostsAreConfigured(String address, String host, boolean checks) throws Exception {
        ServerProperties server = new ServerProperties();
        if (!address.isEmpty()) {
            server.setAddress(InetAddress.getByName(address));
        }
        HttpProperties properties = properties(host.isEmpty() ? List.of() : List.of(host), List.of(), null);
        assertThat(HttpConfiguration.hosts(properties, server, new Refusals(new JsonMapper())) != null)
                .isEqualTo(checks);
    }

    /** Whoever can reach loopback owns the machine. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1, , 0", "127.0.0.1, 60, 60", "0.0.0.0, , 3000", "0.0.0.0, 0, 0", "0.0.0.0, 60, 60"})
    void requestsAreLimitedElsewhereThanOnLoopback(String address, @Nullable Integer configured, int expected)
            throws Exception {
        ServerProperties server = new ServerProperties();
        server.setAddress(InetAddress.getByName(address));
        assertThat(HttpConfiguration.requestsPerMinute(properties(List.of(), List.of(), configured), server))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maps.example.org", "https://maps.example.org/", "https://maps.example.org/a", "", "https:// a"})
    void refusesOriginsWithoutSchemeOrWithAPath(String origin) {
        assertThatThrownBy(() -> properties(List.of(), List.of(origin), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("college.http.allowed-origins takes scheme, host and port");
    }

    private static HttpProperties properties(
            List<String> hosts, List<String> origins, @Nullable Integer requestsPerMinute) {
        return new HttpProperties(hosts, origins, MAX_BODY, requestsPerMinute, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://graph.example.org", "graph.example.org:8080", "*", "", "a b"})
    void refusesHostsWithSchemePortOrWildcard(String host) {
        assertThatThrownBy(() -> properties(List.of(host), List.of(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("college.http.allowed-hosts takes names without scheme and port");
    }

    @Test
    void acceptsHostsInAnyCase() {
        assertThat(properties(List.of("Graph.Example.ORG", "[2001:DB8::1]"), List.of(), null)
                        .allowedHosts())
                .containsExactly("graph.example.org", "[2001:db8::1]");
    }
}
