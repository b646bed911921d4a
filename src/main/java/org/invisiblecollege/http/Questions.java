package org.invisiblecollege.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the questions of requests. A question is a JSON object with {@code query}, {@code operationName}, {@code variables} and
 * {@code extensions}, or {@code documentId} for a document that the service knows; a GET has the same as parameters.
 */
public final class Questions {

    private static final String QUERY = "query";
    private static final String EXTENSIONS = "extensions";
    private static final String ID = "documentId";
    private static final String PERSISTED = "persistedQuery";

    /** What the engine takes for a document that is only named. */
    private static final String NAMED = "PersistedQueryMarker";

    private static final String HASH_PREFIX = "sha256:";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    Questions(JsonMapper json) {
        this.json = json;
    }

    /**
     * Returns the JSON object that a POST of the same question would have.
     *
     * @throws IllegalArgumentException with a sentence if there is no question, or a parameter is no JSON object
     */
    byte[] inUrl(HttpServletRequest request) {
        Map<String, Object> question = new HashMap<>();
        for (String name : new String[] {QUERY, ID}) {
            String text = request.getParameter(name);
            if (text != null) {
                question.put(name, text);
            }
        }
        String operation = request.getParameter("operationName");
        if (operation != null && !operation.isEmpty()) {
            question.put("operationName", operation);
        }
        question.put("variables", object(request, "variables"));
        question.put(EXTENSIONS, object(request, EXTENSIONS));
        name(question);
        if (!question.containsKey(QUERY)) {
            throw new IllegalArgumentException("The parameter query is missing.");
        }
        return json.writeValueAsBytes(question);
    }

    /** Returns a question with the id of its document, if it has one, where the engine looks for it. */
    byte[] named(byte[] question) {
        String text = new String(question, StandardCharsets.UTF_8);
        String named = named(text);
        return named.equals(text) ? question : named.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns a question, or a message with questions, with the ids of documents where the engine looks for them. One that
     * cannot be read is returned as it is.
     */
    public String named(String message) {
        if (!message.contains('"' + ID + '"') && !message.contains('"' + PERSISTED + '"')) {
            return message;
        }
        try {
            @Nullable Map<String, Object> object = json.readValue(message, OBJECT);
            if (object == null) {
                return message;
            }
            if (object.get("payload") instanceof Map<?, ?> payload) {
                Map<String, Object> question = copy(payload);
                name(question);
                object.put("payload", question);
            } else {
                name(object);
            }
            return json.writeValueAsString(object);
        } catch (JacksonException e) {
            return message;
        }
    }

    private static void name(Map<String, Object> question) {
        if (question.remove(ID) instanceof String id && !id.isEmpty()) {
            Map<String, Object> extensions =
                    question.get(EXTENSIONS) instanceof Map<?, ?> given ? copy(given) : new HashMap<>();
            String hash = id.startsWith(HASH_PREFIX) ? id.substring(HASH_PREFIX.length()) : id;
            extensions.put(PERSISTED, Map.of("version", 1, "sha256Hash", hash));
            question.put(EXTENSIONS, extensions);
        }
        // Some clients must send a text, and send an empty one.
        if (question.getOrDefault(QUERY, "").equals("")
                && question.get(EXTENSIONS) instanceof Map<?, ?> extensions
                && extensions.containsKey(PERSISTED)) {
            question.put(QUERY, NAMED);
        }
    }

    private static Map<String, Object> copy(Map<?, ?> object) {
        Map<String, Object> copy = new HashMap<>();
        object.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
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
