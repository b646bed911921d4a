package org.invisiblecollege.ingest.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values of JSON as files of any format have them; a value of another form counts as missing. */
public final class JsonValues {

    private JsonValues() {}

    /** Returns a text or number, or the first of a list of them, cleaned; empty where there is none. */
    public static String text(JsonNode parent, String name) {
        return scalar(first(parent.path(name)));
    }

    /** Returns the first of several members that has a text, see {@link #text}. */
    public static String firstText(JsonNode parent, String... names) {
        for (String name : names) {
            String text = text(parent, name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** Returns the texts and numbers of a list, or the only one, cleaned, without empty ones. */
    public static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : elements(value)) {
            String text = scalar(each);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Returns the elements of a list, or the value itself if it is none; nothing where it is missing. */
    public static Iterable<JsonNode> elements(JsonNode value) {
        return value.isArray() ? value : value.isMissingNode() || value.isNull() ? List.of() : List.of(value);
    }

    /** Returns the first element of a list, or the value itself if it is none. */
    public static JsonNode first(JsonNode value) {
        return value.isArray() ? value.path(0) : value;
    }

    /** Returns a text or number, cleaned; empty if the value is neither. */
    public static String scalar(JsonNode value) {
        if (value.isString()) {
            return FieldText.clean(value.asString());
        }
        if (!value.isNumber()) {
            return "";
        }
        double number = value.doubleValue(Double.NaN);
        if (value.isIntegralNumber() || number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            return Double.isFinite(number) ? value.asString() : "";
        }
        // Tables with gaps give whole numbers as 2019.0.
        return String.valueOf((long) number);
    }

    /** Returns a number of things, from 0; null if the value is none. */
    public static @Nullable Integer count(JsonNode value) {
        String text = scalar(value);
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}
