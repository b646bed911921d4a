package org.invisiblecollege.ingest.read;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The names of members in the beginning of a JSON text, up to where it breaks off, such as {@code message.items[].DOI}. A member
 * that is a list has {@code []} behind its name; lists around everything have not.
 *
 * @param paths of all members that are at most {@value #MAX_DEPTH} levels deep
 */
public record JsonOutline(Set<String> paths) {

    private static final int MAX_DEPTH = 8;
    private static final JsonFactory JSON = new JsonFactory();

    public JsonOutline {
        paths = Set.copyOf(paths);
    }

    /** Returns the outline of a beginning; empty if it is no JSON. */
    public static JsonOutline of(String beginning) {
        Set<String> paths = new HashSet<>();
        String start = beginning.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), start)) {
                for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                    boolean isValue =
                            token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT || token.isScalarValue();
                    if (isValue && token != JsonToken.VALUE_NULL) {
                        add(json.streamReadContext(), token, paths);
                    }
                }
            } catch (JacksonException e) {
                // It ends within a value, or is damaged there.
            }
        }
        return new JsonOutline(paths);
    }

    /** Returns whether, behind one of the prefixes, there are all of these members. */
    public boolean hasAll(Stream<String> prefixes, String... names) {
        return prefixes.anyMatch(prefix -> Stream.of(names).allMatch(name -> paths.contains(prefix + name)));
    }

    /** Returns whether there is any of these members behind any of the prefixes. */
    public boolean hasAny(Stream<String> prefixes, String... names) {
        return prefixes.anyMatch(prefix -> Stream.of(names).anyMatch(name -> paths.contains(prefix + name)));
    }

    private static void add(TokenStreamContext context, JsonToken token, Set<String> paths) {
        // The context of a list or object is the one that it opens.
        boolean opens = token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT;
        TokenStreamContext member = opens ? context.getParent() : context;
        if (member == null || !member.inObject() || member.getNestingDepth() > MAX_DEPTH) {
            return;
        }
        StringBuilder path = new StringBuilder(String.valueOf(member.currentName()));
        for (TokenStreamContext above = member.getParent(); above != null; above = above.getParent()) {
            if (above.inObject()) {
                path.insert(0, above.currentName() + (path.charAt(0) == '[' ? "" : "."));
            } else if (above.inArray()
                    && above.getParent() != null
                    && above.getParent().inObject()
                    && path.charAt(0) != '[') {
                path.insert(0, "[].");
            }
        }
        paths.add(token == JsonToken.START_ARRAY ? path.append("[]").toString() : path.toString());
    }
}
