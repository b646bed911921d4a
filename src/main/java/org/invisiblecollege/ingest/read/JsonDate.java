package org.invisiblecollege.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A date as CSL-JSON, Crossref and their producers write it: {@code date-parts}, perhaps of numbers as texts, flat or a range;
 * {@code raw}, {@code literal} or {@code edtf}; a year and a month by name; or only a text.
 *
 * @param date empty if there is none or it cannot be read
 * @param written empty if there is none
 */
public record JsonDate(Optional<WrittenDate> date, String written) {

    /** No date. */
    public static final JsonDate NONE = new JsonDate(Optional.empty(), "");

    /** Returns the date that a value is. */
    public static JsonDate of(JsonNode value) {
        if (value.isArray()) {
            return ofList(value);
        }
        if (!value.isObject()) {
            return ofText(JsonValues.scalar(value));
        }
        JsonDate ofParts = ofObject(value);
        if (!ofParts.written.isEmpty()) {
            return ofParts;
        }
        return Stream.of("raw", "literal", "edtf", "date-time", "value")
                .map(name -> JsonValues.text(value, name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(JsonDate::ofText)
                .orElse(NONE);
    }

    /** Returns whether there is a date that can be read. */
    public boolean isReadable() {
        return date.isPresent();
    }

    private static JsonDate ofText(String text) {
        return text.isEmpty() ? NONE : new JsonDate(WrittenDate.of(text), text);
    }

    private static JsonDate ofObject(JsonNode value) {
        JsonNode lists = value.path("date-parts");
        JsonNode first = lists.path(0).isArray() ? lists.path(0) : lists;
        List<String> parts = parts(first);
        if (parts.isEmpty()) {
            parts = Stream.of("year", "month", "day")
                    .map(name -> JsonValues.scalar(value.path(name)))
                    .takeWhile(part -> !part.isEmpty())
                    .toList();
        }
        if (parts.isEmpty()) {
            return NONE;
        }
        String season = JsonValues.text(value, "season");
        boolean isRange = lists.path(0).isArray() && !parts(lists.path(1)).isEmpty();
        boolean isCirca = value.path("circa").booleanValue(false)
                || !JsonValues.text(value, "circa").matches("0?|false");
        StringBuilder written = new StringBuilder(isCirca ? "circa " : "").append(String.join("-", parts));
        if (isRange) {
            written.append('/').append(String.join("-", parts(lists.path(1))));
        }
        if (!season.isEmpty()) {
            written.append(" season ").append(season);
        }
        boolean saysMore = isRange || isCirca || !season.isEmpty();
        return new JsonDate(
                WrittenDate.ofParts(parts).map(date -> new WrittenDate(date.date(), date.isShortened() || saysMore)),
                written.toString());
    }

    private static JsonDate ofList(JsonNode list) {
        JsonNode first = list.path(0);
        if (first.isObject()) {
            JsonDate date = of(first);
            return list.size() > 1 && !list.path(1).isEmpty()
                    ? new JsonDate(date.date.map(found -> new WrittenDate(found.date(), true)), date.written + "/…")
                    : date;
        }
        List<String> parts = parts(first.isArray() ? first : list);
        return parts.isEmpty() ? NONE : new JsonDate(WrittenDate.ofParts(parts), String.join("-", parts));
    }

    /** Returns the parts up to one that is missing. */
    private static List<String> parts(JsonNode list) {
        List<String> parts = new ArrayList<>();
        for (JsonNode part : JsonValues.elements(list)) {
            String text = JsonValues.scalar(part);
            if (text.isEmpty()) {
                break;
            }
            parts.add(text);
        }
        return parts;
    }
}
