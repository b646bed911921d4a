package org.invisiblecollege.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
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
        HttpProperties properties = new HttpProperties(host.isEmpty() ? List.of() : List.of(host), MAX_BODY);
        assertThat(new HttpConfiguration()
                        .allowedHosts(properties, server, new Refusals(new JsonMapper()))
                        .isEnabled())
                .isEqualTo(checks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://graph.example.org", "graph.example.org:8080", "*", "", "a b"})
    void refusesHostsWithSchemePortOrWildcard(String host) {
        assertThatThrownBy(() -> new HttpProperties(List.of(host), MAX_BODY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("college.http.allowed-hosts takes names without scheme and port");
    }

    @Test
    void acceptsHostsInAnyCase() {
        assertThat(new HttpProperties(List.of("Graph.Example.ORG", "[2001:DB8::1]"), MAX_BODY).allowedHosts())
                .containsExactly("graph.example.org", "[2001:db8::1]");
    }
}
