package org.invisiblecollege.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes the reason of a refusal as a GraphQL response. */
final class Refusals {

    private final JsonMapper json;

    private record Refusal(String message, Map<String, String> extensions) {}

    Refusals(JsonMapper json) {
        this.json = json;
    }

    /** @param code stable code for programs */
    void write(HttpServletResponse response, HttpStatus status, String code, String message) throws IOException {
        byte[] body = json.writeValueAsBytes(Map.of("errors", List.of(new Refusal(message, Map.of("code", code)))));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
