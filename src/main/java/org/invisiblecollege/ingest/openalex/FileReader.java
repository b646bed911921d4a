package org.invisiblecollege.ingest.openalex;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.BadInputException;
import org.invisiblecollege.ingest.PaperRecord;
import org.invisiblecollege.ingest.RecordSink;
import org.invisiblecollege.ingest.Rejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds the works of one file, whatever they stand in. Not thread-safe; reads once. */
final class FileReader {

    private static final int DEEPEST = 100;
    private static final int LONGEST_STRING = 20_000_000;
    /** A work with 5,000 authors has some 200,000 values. */
    private static final int MOST_VALUES = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Pattern ID = Pattern.compile("(?:https?://openalex\\.org/)?([A-Z])(\\d{1,18})");
    private static final Pattern NAMED_ID = Pattern.compile("https?://openalex\\.org/([a-z-]+)/[^/]+");
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("A", "openalex_author"),
            Map.entry("C", "openalex_concept"),
            Map.entry("F", "openalex_funder"),
            Map.entry("G", "openalex_award"),
            Map.entry("I", "openalex_institution"),
            Map.entry("K", "openalex_keyword"),
            Map.entry("P", "openalex_publisher"),
            Map.entry("S", "openalex_source"),
            Map.entry("T", "openalex_topic"),
            Map.entry("V", "openalex_source"));
    private static final Map<String, String> PATHS = Map.of(
            "keywords", "openalex_keyword",
            "domains", "openalex_topic",
            "fields", "openalex_topic",
            "subfields", "openalex_topic",
            "sdgs", "openalex_sdg",
            "countries", "openalex_country",
            "continents", "openalex_continent",
            "languages", "openalex_language",
            "types", "openalex_type");

    /** OpenAlex points everything here that it has deleted. */
    private static final String DELETED_WORK = "W4285719527";

    private static final String DELETED = "openalex_deleted";

    private static final String NO_OBJECT = "not_an_object";
    private static final int RECORDS_PER_PROGRESS = 256;

    private final Lines lines;
    private final String file;
    private final Set<Long> seen;
    private final RecordSink sink;
    private final Runnable progress;

    /** Line before the one the parser calls its first. */
    private int lineOffset;

    private int valuesLeft;
    private long begun;

    /**
     * Reads a file.
     *
     * @param seen numbers of the works read before
     * @param progress run now and then
     */
    FileReader(Lines lines, String file, Set<Long> seen, RecordSink sink, Runnable progress) {
        this.lines = lines;
        this.file = file;
        this.seen = seen;
        this.sink = sink;
        this.progress = progress;
    }

    void read() throws IOException {
        byte[] beginning = lines.beginning();
        boolean isMergeTable = Framing.isMergeTable(beginning);
        if (!isMergeTable && !Framing.isLines(beginning, lines.isAllSeen())) {
            document();
            return;
        }
        lines.stopAtLineEnds();
        do {
            if (!isMergeTable) {
                document();
            } else if (lineOffset > 0) {
                sink.skip(DELETED);
            }
            lineOffset++;
        } while (nextLine());
    }

    private boolean nextLine() throws IOException {
        try {
            return lines.nextLine();
        } catch (BadInputException e) {
            reject(e.code(), lineOffset, e.getMessage());
            return false;
        }
    }

    /** Reads the values of a whole file or of one line, up to the first that cannot be read. */
    private void document() throws IOException {
        try (JsonParser json = JSON.createParser(lines)) {
            try {
                while (json.nextToken() != null) {
                    begin();
                    value(json);
                }
            } catch (BadInputException e) {
                reject(e.code(), line(json), e.getMessage());
            } catch (JacksonIOException e) {
                if (!(e.getCause() instanceof BadInputException bad)) {
                    throw e.getCause();
                }
                reject(bad.code(), line(json), bad.getMessage());
            } catch (JacksonException e) {
                reject(code(e), line(json), e.getOriginalMessage());
            }
        }
    }

    private void begin() {
        lines.renew();
        valuesLeft = MOST_VALUES;
        if (++begun % RECORDS_PER_PROGRESS == 0) {
            progress.run();
        }
    }

    private void value(JsonParser json) throws BadInputException {
        switch (json.currentToken()) {
            case START_OBJECT -> object(json, true);
            case START_ARRAY -> elements(json);
            default -> reject(NO_OBJECT, line(json), json.currentToken().toString());
        }
    }

    private void elements(JsonParser json) throws BadInputException {
        boolean areObjects = true;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            begin();
            if (token == JsonToken.START_OBJECT) {
                object(json, false);
                continue;
            }
            int line = line(json);
            json.skipChildren();
            if (areObjects) {
                // Once for an array: it may be one of millions of numbers.
                reject(NO_OBJECT, line, token.toString());
                areObjects = false;
            }
        }
    }

    /** An entity or, where it may be one, a page of them. */
    private void object(JsonParser json, boolean mayBePage) throws BadInputException {
        int line = line(json);
        ObjectNode entity = NODES.objectNode();
        boolean isPage = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            boolean isArray = json.nextToken() == JsonToken.START_ARRAY;
            if (mayBePage && isArray && name.equals("results")) {
                isPage = true;
                elements(json);
            } else if (mayBePage && isArray && name.equals("group_by")) {
                isPage = true;
                groups(json);
            } else if (WorkReader.FIELDS.contains(name)) {
                entity.set(name, tree(json));
            } else {
                json.skipChildren();
            }
        }
        if (!isPage) {
            entity(entity, line);
        }
    }

    private void groups(JsonParser json) {
        boolean isEmpty = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
            isEmpty = false;
        }
        if (!isEmpty) {
            sink.skip("openalex_group_by");
        }
    }

    private JsonNode tree(JsonParser json) throws BadInputException {
        if (--valuesLeft < 0) {
            throw new BadInputException("record_too_large", "more than " + MOST_VALUES + " values");
        }
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    object.set(name, tree(json));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    array.add(tree(json));
                }
                yield array;
            }
            case VALUE_STRING -> NODES.stringNode(json.getString());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(json.getDoubleValue());
            case VALUE_NUMBER_INT -> number(json);
            default -> NODES.nullNode();
        };
    }

    private static JsonNode number(JsonParser json) {
        return switch (json.getNumberType()) {
            case INT -> NODES.numberNode(json.getIntValue());
            case LONG -> NODES.numberNode(json.getLongValue());
            // No field has a number this large.
            default -> NODES.nullNode();
        };
    }

    private void entity(ObjectNode entity, int line) {
        String id = entity.path("id").stringValue("");
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            named(id, line);
            return;
        }
        String kind = matcher.group(1);
        if (!kind.equals("W")) {
            skip(LETTERS.get(kind), id, line);
            return;
        }
        String bare = kind + matcher.group(2);
        Long number = Long.valueOf(matcher.group(2));
        if (bare.equals(DELETED_WORK) || entity.hasNonNull("merge_into_id")) {
            sink.skip(DELETED);
        } else if (seen.contains(number)) {
            reject("duplicate_id", line, bare);
        } else {
            PaperRecord work = new WorkReader(entity, bare, file, line, sink).read();
            if (work != null) {
                seen.add(number);
                sink.accept(work);
            }
        }
    }

    private void named(String id, int line) {
        Matcher matcher = NAMED_ID.matcher(id);
        skip(matcher.matches() ? PATHS.get(matcher.group(1)) : null, id, line);
    }

    private void skip(@Nullable String code, String id, int line) {
        if (code == null) {
            reject("unknown_entity", line, id);
        } else {
            sink.skip(code);
        }
    }

    private void reject(String code, int line, @Nullable String value) {
        sink.reject(new Rejection(code, file, line, String.valueOf(value)));
    }

    private int line(JsonParser json) {
        return lineOffset + Math.max(1, json.currentTokenLocation().getLineNr());
    }

    private static String code(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            return message.contains("nesting depth") ? "json_too_deep" : "record_too_large";
        }
        return message.startsWith("Invalid UTF-8") ? "invalid_utf8" : "json_malformed";
    }
}
