package org.invisiblecollege.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reduces an answer to the values of some fields, in the order of its lists, so that answers of different form are comparable.
 * What an object says is what it and the objects in it say, such as an edge and its node; the lists in it follow in the order of
 * their names. A missing value and null are the same, and numbers are rounded.
 */
final class AnswerValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<String> fields;
    private final List<String> values = new ArrayList<>();

    private AnswerValues(Set<String> fields) {
        this.fields = fields;
    }

    static List<String> of(String answer, Set<String> fields) {
        AnswerValues all = new AnswerValues(fields);
        all.add(JSON.readTree(answer).path("data"));
        return all.values;
    }

    private void add(JsonNode object) {
        Set<String> said = new TreeSet<>();
        Map<String, JsonNode> lists = new TreeMap<>();
        collect(object, "", said, lists);
        values.addAll(said);
        lists.values().forEach(list -> list.forEach(this::add));
    }

    private void collect(JsonNode object, String path, Set<String> said, Map<String, JsonNode> lists) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            JsonNode value = property.getValue();
            String name = property.getKey();
            if (value.isArray()) {
                lists.put(path + name, value);
            } else if (value.isObject()) {
                collect(value, path + name + ".", said, lists);
            } else if (!value.isNull() && fields.contains(name)) {
                said.add(name + "=" + text(value));
            }
        }
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.6g", value.asDouble()) : value.asString();
    }
}
