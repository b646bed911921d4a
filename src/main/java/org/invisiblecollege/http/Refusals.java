package org.invisiblecollege.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.access.BearerCallers;
import org.invisiblecollege.kernel.DomainException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Writes the reason of a refusal as a GraphQL response. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    private final JsonMapper json;

    private record Refusal(String message, Map<String, Object> extensions) {}

    Refusals(JsonMapper json) {
        this.json = json;
    }

    /** @param code stable code for programs */
    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String message)
            throws IOException {
        write(request, response, status, code, message, Map.of());
    }

    /** @param properties further extensions of the error */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            String message,
            Map<String, Object> properties)
            throws IOException {
        byte[] body = body(json, code, message, properties);
        response.setStatus(status.value());
        response.setContentType(type(request));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** A client that knows GraphQL's own media type reads the errors of an answer with any status, if it has that type. */
    private static String type(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(GRAPHQL_RESPONSE)
                ? GRAPHQL_RESPONSE
                : MediaType.APPLICATION_JSON_VALUE;
    }

    static byte[] body(JsonMapper json, String code, String message, Map<String, Object> properties) {
        Map<String, Object> extensions = new HashMap<>(properties);
        extensions.put("code", code);
        return json.writeValueAsBytes(Map.of("errors", List.of(new Refusal(message, extensions))));
    }

    /** Answers a request with a key that is not valid, or after too many of them. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof BearerCallers.Refused refused) {
            refuse(request, response, refused.reason());
        } else if (!(why instanceof OAuth2AuthenticationException)) {
            denied(request, response, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED");
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "UNAUTHENTICATED",
                    "The header Authorization cannot be read; send Authorization: Bearer <key>.");
        }
    }

    /** Answers a request of a caller who may not ask, or not now. */
    void refuse(HttpServletRequest request, HttpServletResponse response, DomainException why) throws IOException {
        Object seconds = why.properties().get("seconds");
        if (seconds == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        write(
                request,
                response,
                seconds == null ? HttpStatus.UNAUTHORIZED : HttpStatus.TOO_MANY_REQUESTS,
                why.code(),
                String.valueOf(why.getMessage()),
                why.properties());
    }

    /** Answers a request for what the caller's role does not permit. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        denied(request, response, HttpStatus.FORBIDDEN, "FORBIDDEN");
    }

    private void denied(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        write(
                request,
                response,
                status,
                code,
                "This address needs a key with the role ADMIN; send one in the header Authorization: Bearer <key>.");
    }

    /** Answers a request whose address is not written as addresses are. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        write(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                "BAD_REQUEST",
                "The address of the request has signs that are not allowed.");
    }
}
