package org.invisiblecollege.ingest.source.openalex;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.BoundedRecordInputStream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.TextLines;
import org.invisiblecollege.ingest.record.RecordSink;
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

/** Finds the entities of one file, whatever its layout. Not thread-safe; reads once. */
final class EntityFileReader {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_STRING_LENGTH = 20_000_000;
    /** A work with 5,000 authors has some 200,000 values. */
    private static final int MAX_VALUES = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING_LENGTH)
                            .build())
                    .build())
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Pattern MERGE = Pattern.compile("[^,]*,([^,]*),([^,]*)");

    private static final String NOT_AN_OBJECT = "not_an_object";
    private static final int RECORDS_PER_PROGRESS = 256;
    private static final int MAX_REPORTING_RECORDS = 1000;
    private static final int MAX_REPORTED = 1000;

    private final LineStoppingInputStream lines;
    private final BoundedRecordInputStream bounded;
    private final String file;
    private final EntityConverter entities;
    private final RecordSink sink;
    private final Runnable progress;

    /** The lines before the one that the parser calls the first. */
    private int lineOffset;

    private int valuesLeft;
    private final Set<String> reported = new HashSet<>();
    private long records;

    /**
     * Creates a reader.
     *
     * @param maxRecordBytes limits what is read for one entity
     * @param entities converts what is found
     * @param progress runs now and then
     */
    EntityFileReader(
            LineStoppingInputStream lines,
            long maxRecordBytes,
            String file,
            EntityConverter entities,
            RecordSink sink,
            Runnable progress) {
        this.lines = lines;
        this.bounded = new BoundedRecordInputStream(lines, maxRecordBytes);
        this.file = file;
        this.entities = entities;
        this.sink = sink;
        this.progress = progress;
    }

    void read() throws IOException {
        byte[] beginning = lines.beginning();
        if (FileLayout.isMergeTable(beginning)) {
            mergeTable();
            return;
        }
        if (!FileLayout.isLines(beginning, lines.isAllSeen())) {
            document();
            return;
        }
        lines.stopAtLineEnds();
        do {
            document();
            lineOffset++;
        } while (nextLine());
    }

    private void mergeTable() throws IOException {
        TextLines rows = new TextLines(lines);
        try {
            while (rows.next()) {
                beginRecord();
                // The first row names the columns.
                if (rows.number() > 1) {
                    merge(rows);
                }
            }
        } catch (BadInputException e) {
            reject(e.code(), rows.number() + 1, e.getMessage());
        }
    }

    private void merge(TextLines row) {
        if (row.isTooLong()) {
            reject("record_too_large", row.number(), "more than " + TextLines.MAX_LENGTH + " bytes");
        } else if (!row.isUtf8()) {
            reject("invalid_utf8", row.number(), row.text());
        } else if (!row.text().isBlank()) {
            Matcher merge = MERGE.matcher(row.text());
            EntityId withdrawn = merge.matches() ? EntityId.of(merge.group(1).strip()) : null;
            if (withdrawn == null) {
                reject("merge_malformed", row.number(), row.text());
            } else {
                entities.withdraw(withdrawn, EntityId.of(merge.group(2).strip()), location(row.number()));
            }
        }
    }

    private boolean nextLine() throws IOException {
        try {
            bounded.beginRecord();
            return lines.nextLine();
        } catch (BadInputException e) {
            reject(e.code(), lineOffset, e.getMessage());
            return false;
        }
    }

    /** Reads the values of a whole file or of one line, up to the first one that cannot be read. */
    private void document() throws IOException {
        try (JsonParser json = JSON.createParser(bounded)) {
            try {
                while (json.nextToken() != null) {
                    beginRecord();
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

    private void beginRecord() {
        bounded.beginRecord();
        valuesLeft = MAX_VALUES;
        if (++records % RECORDS_PER_PROGRESS == 0) {
            progress.run();
        }
    }

    private void value(JsonParser json) throws BadInputException {
        switch (json.currentToken()) {
            case START_OBJECT -> object(json, true);
            case START_ARRAY -> elements(json);
            default -> reject(NOT_AN_OBJECT, line(json), json.currentToken().toString());
        }
    }

    private void elements(JsonParser json) throws BadInputException {
        boolean areObjects = true;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            beginRecord();
            if (token == JsonToken.START_OBJECT) {
                object(json, false);
                continue;
            }
            if (token == JsonToken.START_ARRAY) {
                // A list of pages, each the list of its entities.
                elements(json);
                continue;
            }
            int line = line(json);
            json.skipChildren();
            if (areObjects) {
                // Once for each array, which may be one of millions of numbers.
                reject(NOT_AN_OBJECT, line, token.toString());
                areObjects = false;
            }
        }
    }

    /** Reads an entity or, where allowed, a page of them. */
    private void object(JsonParser json, boolean mayBePage) throws BadInputException {
        int line = line(json);
        ObjectNode entity = NODES.objectNode();
        boolean isPage = false;
        Set<String> fields = EntityConverter.FIELDS;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            boolean isArray = json.nextToken() == JsonToken.START_ARRAY;
            if (mayBePage && isArray && name.equals("results")) {
                isPage = true;
                elements(json);
            } else if (mayBePage && isArray && name.equals("group_by")) {
                isPage = true;
                groups(json);
            } else if (fields.contains(name)) {
                report(name, true);
                entity.set(name, name.equals(WorkReader.ABSTRACT) ? words(json) : tree(json));
                if (name.equals("id")) {
                    // It mostly comes first; then fields of other kinds need not be kept.
                    fields = EntityConverter.fields(id(entity));
                }
            } else {
                report(name, false);
                json.skipChildren();
            }
        }
        if (!isPage) {
            entity(entity, line);
        }
    }

    /** Reports a field that a file has; looks only at its first records, since there are millions. */
    private void report(String field, boolean isUsed) {
        if (records <= MAX_REPORTING_RECORDS && reported.size() < MAX_REPORTED && reported.add(field)) {
            sink.field(FieldText.clean(field), isUsed);
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

    /** Reads an abstract's words as {@link PositionedWords}; what is no object makes no abstract. */
    private JsonNode words(JsonParser json) throws BadInputException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return tree(json);
        }
        countValue();
        PositionedWords words = new PositionedWords();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            words.word(json.currentName());
            if (json.nextToken() != JsonToken.START_ARRAY) {
                positions(tree(json), words);
                continue;
            }
            countValue();
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT) {
                    countValue();
                    words.at(json.getIntValue());
                } else {
                    tree(json);
                    words.count();
                }
            }
        }
        return NODES.pojoNode(words);
    }

    private static void positions(JsonNode written, PositionedWords words) {
        for (JsonNode position : written) {
            if (position.isInt()) {
                words.at(position.intValue());
            } else {
                words.count();
            }
        }
    }

    private void countValue() throws BadInputException {
        if (--valuesLeft < 0) {
            throw new BadInputException("record_too_large", "more than " + MAX_VALUES + " values");
        }
    }

    private JsonNode tree(JsonParser json) throws BadInputException {
        countValue();
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
            // No field has so large a number.
            default -> NODES.nullNode();
        };
    }

    private void entity(ObjectNode entity, int line) {
        EntityId id = id(entity);
        if (id == null) {
            reject("unknown_entity", line, entity.path("id").stringValue(""));
        } else {
            entities.convert(id, entity, location(line));
        }
    }

    private static @Nullable EntityId id(ObjectNode entity) {
        return EntityId.of(entity.path("id").stringValue(""));
    }

    private RecordLocation location(int line) {
        return new RecordLocation(file, line, sink);
    }

    private void reject(String code, int line, @Nullable String value) {
        location(line).reject(code, value);
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
