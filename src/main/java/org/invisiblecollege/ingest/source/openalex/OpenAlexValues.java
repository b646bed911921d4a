package org.invisiblecollege.ingest.source.openalex;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.FieldText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values as OpenAlex writes them; a value of another form counts as missing. */
final class OpenAlexValues {

    private static final Pattern ROR = Pattern.compile("0[a-z0-9]{8}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private OpenAlexValues() {}

    /** Returns the cleaned text; null if nothing is left. */
    static @Nullable String text(JsonNode written) {
        return clean(written.stringValue(""));
    }

    static @Nullable String clean(String written) {
        String clean = FieldText.clean(written);
        return clean.isEmpty() ? null : clean;
    }

    /** Returns distinct texts, without the given one. */
    static Set<String> texts(JsonNode written, @Nullable String except) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode element : written) {
            String text = text(element);
            if (text != null && !text.equals(except)) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Returns an id if it is of this kind. */
    static @Nullable String id(JsonNode written, String kind) {
        EntityId id = EntityId.of(written.stringValue(""));
        return id != null && id.kind().equals(kind) ? id.bare() : null;
    }

    static @Nullable String orcid(JsonNode written) {
        return FieldText.orcid(written.stringValue("")).orElse(null);
    }

    static @Nullable String ror(JsonNode written) {
        return lastPart(written, ROR);
    }

    static @Nullable String country(JsonNode written) {
        return lastPart(written, COUNTRY);
    }

    /** Returns what follows the last slash of an address, if it has that form. */
    static @Nullable String lastPart(JsonNode written, Pattern form) {
        String text = written.stringValue("");
        String part = text.substring(text.lastIndexOf('/') + 1);
        return form.matcher(part).matches() ? part : null;
    }

    static @Nullable Integer count(JsonNode written) {
        return written.isInt() && written.intValue() >= 0 ? written.intValue() : null;
    }

    /** Returns the fields that are numbers, by name. */
    static Map<String, String> numbers(JsonNode written, List<String> fields) {
        Map<String, String> numbers = new TreeMap<>();
        for (String field : fields) {
            JsonNode value = written.path(field);
            if (value.isNumber() && value.doubleValue() >= 0 && Double.isFinite(value.doubleValue())) {
                numbers.put(field, value.asString());
            }
        }
        return numbers;
    }

    static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
