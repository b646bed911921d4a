package org.invisiblecollege.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.kernel.Echo;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Says pages of which sites may use the service from a browser: its own, and those that are configured. */
public final class Origins extends DefaultCorsProcessor implements CorsConfigurationSource {

    /** Is set by browsers and cannot be set by scripts. */
    static final String SITE = "Sec-Fetch-Site";

    private static final String SAME = "same-origin";
    private static final int MAX_ECHO_LENGTH = 100;
    private static final Long MAX_AGE_SECONDS = 3_600L;

    private final CorsConfiguration configured = new CorsConfiguration();
    private final CorsConfiguration files = new CorsConfiguration();
    private final JsonMapper json;

    /** @param origins scheme, host and port of sites, or {@code *} for all */
    Origins(List<String> origins, JsonMapper json) {
        this.json = json;
        configured.setAllowedOrigins(origins);
        configured.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        configured.setAllowedHeaders(List.of("*"));
        configured.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER));
        configured.setMaxAge(MAX_AGE_SECONDS);
        // Their links are signed. VOSviewer Online sends credentials, for which browsers want the origin by name.
        files.setAllowedOriginPatterns(List.of("*"));
        files.setAllowedMethods(List.of("GET", "HEAD"));
        files.setAllowCredentials(true);
    }

    /** Returns what holds for pages of other sites. */
    public CorsConfiguration ofOthers() {
        return configured;
    }

    /** Returns what holds for a request; null for one of a page of this service, whatever a proxy made of its address. */
    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        if (SAME.equals(request.getHeader(SITE))) {
            return null;
        }
        return request.getRequestURI().startsWith(request.getContextPath() + "/export/") ? files : configured;
    }

    /**
     * Whether a browser sends the request for a page of another site that is not allowed. Such a request has no origin if it
     * is a link or a picture.
     */
    boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader(SITE);
        if (site == null || site.equals(SAME) || site.equals("none")) {
            return false;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || configured.checkOrigin(origin) == null;
    }

    static String refusal(@Nullable String origin) {
        return "Pages of %s may not use this service; add it to the property college.http.allowed-origins."
                .formatted(origin == null ? "another site" : Echo.of(origin, MAX_ECHO_LENGTH));
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getBody().write(Refusals.body(json, "ORIGIN_NOT_ALLOWED", refusal(null), Map.of()));
        response.flush();
    }
}
