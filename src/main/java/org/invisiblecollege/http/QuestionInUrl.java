package org.invisiblecollege.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a question from the parameters of a GET, as GraphQL over HTTP defines them: {@code query}, {@code operationName},
 * {@code variables} and {@code extensions}, or {@code documentId} for a document that the service knows.
 */
final class QuestionInUrl {

    private static final String HASH_PREFIX = "sha256:";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    QuestionInUrl(JsonMapper json) {
        this.json = json;
    }

    /**
     * Returns the JSON object that a POST of the same question would have.
     *
     * @throws IllegalArgumentException with a sentence if there is no question, or a parameter is no JSON object
     */
    byte[] of(HttpServletRequest request) {
        Map<String, Object> question = new HashMap<>();
        Map<String, Object> extensions = new HashMap<>(object(request, "extensions"));
        String document = request.getParameter("query");
        String id = request.getParameter("documentId");
        if (id != null) {
            extensions.put(
                    "persistedQuery",
                    Map.of(
                            "version",
                            1,
                            "sha256Hash",
                            id.startsWith(HASH_PREFIX) ? id.substring(HASH_PREFIX.length()) : id));
        }
        if (document != null) {
            question.put("query", document);
        } else if (!extensions.containsKey("persistedQuery")) {
            throw new IllegalArgumentException("The parameter query is missing.");
        }
        String operation = request.getParameter("operationName");
        if (operation != null && !operation.isEmpty()) {
            question.put("operationName", operation);
        }
        question.put("variables", object(request, "variables"));
        question.put("extensions", extensions);
        return json.writeValueAsBytes(question);
    }

    private Map<String, Object> object(HttpServletRequest request, String parameter) {
        String text = request.getParameter(parameter);
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        try {
            @Nullable Map<String, Object> object = json.readValue(text, OBJECT);
            return object == null ? Map.of() : object;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The parameter " + parameter + " must be a JSON object.", e);
        }
    }
}
