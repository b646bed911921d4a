package org.invisiblecollege.ingest.source.tagged;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.TextDecoder;
import org.invisiblecollege.ingest.read.TextLines;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Splits one file into records. A line whose tag is damaged is left out with the lines that go on from it and warned of as
 * {@code line_malformed}; a record that does not begin or end as it should is warned of as {@code record_begin_missing} or
 * {@code record_end_missing}, and fields outside of any record as {@code fields_outside_record}. Text outside of records is
 * counted as skipped {@code text_outside_record}. Rejects {@code record_too_large}, and {@code records_mixed} where two
 * records have run into each other. Not thread-safe; reads once.
 */
final class RecordLines {

    /** Of different tags that are reported for a file. */
    private static final int MAX_TAGS = 1000;

    private final TextLines lines;
    private final String file;
    private final TagSyntax syntax;
    private final RecordSink sink;
    private final Consumer<TaggedRecord> reader;

    private final Set<String> tags = new HashSet<>();
    private @Nullable TaggedRecord current;
    /** A record before a blank line, where what comes behind it may be the rest of it. */
    private @Nullable TaggedRecord former;
    /** The field that the next line may go on with; null if its value is not kept. */
    private @Nullable TaggedField open;

    private String openTag = "";
    private boolean isInDamage;
    private boolean isAfterBlank;

    RecordLines(InputStream in, String file, TagSyntax syntax, RecordSink sink, Consumer<TaggedRecord> reader) {
        this.lines = new TextLines(in, new TextDecoder(sink, file));
        this.file = file;
        this.syntax = syntax;
        this.sink = sink;
        this.reader = reader;
    }

    void read() throws IOException {
        try {
            while (lines.next()) {
                take(lines.text());
            }
        } catch (BadInputException e) {
            // A record that is complete is accepted; that of the last line is not known to be.
            if (syntax.endsAtBlank() && isAfterBlank) {
                finish();
            } else if (former != null) {
                emit(former);
            }
            throw e;
        }
        if (current != null && !syntax.endsAtBlank()) {
            endMissing(current);
            current.damaged();
        }
        finish();
    }

    private void take(String text) {
        if (text.isBlank()) {
            isAfterBlank = true;
            return;
        }
        TagSyntax.Line line = syntax.parse(text, openTag);
        switch (line.kind()) {
            case FIELD -> {
                field(line.tag(), line.value());
                isAfterBlank = false;
            }
            // A text of several paragraphs may be the last field of its record.
            case MORE -> more(line.value(), text);
            case DAMAGED -> {
                damaged(text);
                isAfterBlank = false;
            }
        }
    }

    private void field(String tag, String value) {
        boolean isUsed = syntax.isUsed(tag);
        if (tags.size() < MAX_TAGS && tags.add(tag)) {
            sink.field(tag, isUsed || syntax.ends(tag));
        }
        isInDamage = false;
        if (syntax.ends(tag)) {
            finish();
            return;
        }
        TaggedRecord record = recordOf(tag);
        if (syntax.begins(tag)) {
            record.begun();
        }
        if (!record.isMixed() && isSecondTitle(tag, record)) {
            record.mixed();
        }
        openTag = tag;
        open = isUsed ? record.add(tag, value) : null;
        if (isUsed && lines.isTooLong()) {
            record.tooLarge();
        }
    }

    /** Returns whether a second one of the tag shows that a record began and its first line was lost. */
    private boolean isSecondTitle(String tag, TaggedRecord record) {
        return syntax.singleTags().contains(tag)
                && syntax.essentialTags().contains(tag)
                && record.hasAny(Set.of(tag))
                && !(syntax.isLoose() && record.isInOrder());
    }

    /** Returns the record that a field belongs to. */
    private TaggedRecord recordOf(String tag) {
        if (isAfterBlank && isStray()) {
            finish();
        }
        TaggedRecord record = current;
        if (record != null && syntax.begins(tag)) {
            boolean isOther = record.hasBeginning() || !syntax.isLoose() || !record.hasAny(syntax.essentialTags());
            if (isOther) {
                if (!syntax.endsAtBlank() && !isStray()) {
                    endMissing(record);
                }
                finish();
                record = null;
            }
        }
        return record == null || (syntax.endsAtBlank() && isAfterBlank) ? begin() : record;
    }

    /** Returns whether the open record has nothing yet but fields that may belong to the one before it. */
    private boolean isStray() {
        TaggedRecord record = current;
        return record != null
                && !syntax.endsAtBlank()
                && !record.hasBeginning()
                && !record.hasAny(syntax.essentialTags());
    }

    /** Begins a record; one that is open may be only its beginning. */
    private TaggedRecord begin() {
        former = joined();
        TaggedRecord record = new TaggedRecord(lines.number(), lines.text());
        current = record;
        open = null;
        openTag = "";
        return record;
    }

    private void more(String value, String text) {
        TaggedRecord record = current;
        if (record == null) {
            sink.skip("text_outside_record");
        } else if (!isInDamage) {
            if (!syntax.continues(openTag, isAfterBlank)) {
                damaged(text);
            } else if (open != null) {
                record.add(open, value);
                if (lines.isTooLong()) {
                    record.tooLarge();
                }
            }
        }
    }

    private void damaged(String text) {
        if (isStray()) {
            finish();
        }
        TaggedRecord record = current;
        if (record != null && syntax.isBrokenBeginning(text)) {
            finish();
            record = begin();
        } else if (record != null && syntax.endsAtBlank() && isAfterBlank) {
            record = begin();
        }
        if (record == null) {
            sink.skip("text_outside_record");
            return;
        }
        if (!isInDamage) {
            warn("line_malformed", lines.number(), text.strip());
        }
        record.damaged();
        isInDamage = true;
        open = null;
        openTag = "";
    }

    /** Ends the record that is open, if any. */
    private void finish() {
        TaggedRecord last = joined();
        if (last != null) {
            emit(last);
        }
        current = null;
        former = null;
        open = null;
        openTag = "";
        isInDamage = false;
    }

    /** Returns the open record joined with what stands before the last blank line, which is emitted if it is another. */
    private @Nullable TaggedRecord joined() {
        TaggedRecord before = former;
        TaggedRecord rest = current;
        if (before == null || rest == null) {
            return rest;
        }
        former = null;
        boolean isRest = before.hasBeginning()
                && !rest.hasBeginning()
                && syntax.singleTags().stream()
                        .noneMatch(tag -> before.hasAny(Set.of(tag)) && rest.hasAny(Set.of(tag)));
        if (isRest) {
            before.add(rest);
            return before;
        }
        emit(before);
        return rest;
    }

    private void emit(TaggedRecord record) {
        if (record.isTooLarge()) {
            sink.reject(new Rejection(
                    "record_too_large", file, record.line(), record.firstText().strip()));
            return;
        }
        if (record.isMixed()) {
            sink.reject(new Rejection(
                    "records_mixed", file, record.line(), record.firstText().strip()));
            return;
        }
        if (!record.hasBeginning() && !record.hasAny(syntax.essentialTags())) {
            warn("fields_outside_record", record.line(), record.firstText().strip());
            return;
        }
        if (!record.hasBeginning() && syntax.needsBeginning()) {
            warn("record_begin_missing", record.line(), record.firstText().strip());
        }
        reader.accept(record);
    }

    private void endMissing(TaggedRecord record) {
        warn("record_end_missing", record.line(), record.firstText().strip());
    }

    private void warn(String code, int line, String value) {
        sink.warn(new Warning(code, file, line, value));
    }
}
