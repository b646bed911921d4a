package org.invisiblecollege.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that are meant for another host. Another site can let its own name point to this machine (DNS rebinding)
 * and would then read answers as if its pages came from here; the Host header reveals it.
 */
final class AllowedHosts extends OncePerRequestFilter {

    /** Names that always mean this machine. */
    static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts;
    private final Refusals refusals;

    /** @param hosts in lower case, without ports */
    AllowedHosts(Set<String> hosts, Refusals refusals) {
        this.hosts = hosts;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Host");
        String host = name(header == null ? request.getServerName() : header);
        if (hosts.contains(host)) {
            chain.doFilter(request, response);
        } else {
            refusals.write(
                    request,
                    response,
                    HttpStatus.MISDIRECTED_REQUEST,
                    "HOST_NOT_ALLOWED",
                    "This service does not answer to the host " + host
                            + "; add it to the property college.http.allowed-hosts.");
        }
    }

    /** Returns the host without its port, in lower case. */
    private static String name(String header) {
        String host = header.strip().toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        if (port > host.lastIndexOf(']')) {
            host = host.substring(0, port);
        }
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
