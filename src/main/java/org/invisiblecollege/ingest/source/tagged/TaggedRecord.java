package org.invisiblecollege.ingest.source.tagged;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.invisiblecollege.ingest.read.TextLines;

/** The fields of one record that a reader uses, in the order of the file. Not thread-safe. */
final class TaggedRecord {

    /** In characters, those of fields that are not used left out. */
    static final int MAX_LENGTH = TextLines.MAX_LENGTH;
    /** What a line takes beside its characters. */
    private static final int LINE_LENGTH = 16;

    private final int line;
    private final String firstText;
    private final List<TaggedField> fields = new ArrayList<>();
    private final Set<String> tags = new HashSet<>();
    private long length;
    private boolean hasBeginning;
    private boolean isInOrder;
    private boolean isDamaged;
    private boolean isMixed;

    /**
     * Creates an empty record.
     *
     * @param line in which it begins
     * @param firstText that line
     */
    TaggedRecord(int line, String firstText) {
        this.line = line;
        this.firstText = firstText;
    }

    /** Adds a field and returns it. */
    TaggedField add(String tag, String value) {
        TaggedField field = new TaggedField(tag, value);
        tags.add(tag);
        if (count(value)) {
            fields.add(field);
        }
        return field;
    }

    /** Adds a line to a field. */
    void add(TaggedField field, String value) {
        if (count(value)) {
            field.more(value);
        }
    }

    /** Adds the fields of another record, which goes on where this one was cut. */
    void add(TaggedRecord rest) {
        length += rest.length;
        isDamaged |= rest.isDamaged;
        isMixed |= rest.isMixed;
        fields.addAll(rest.fields);
        tags.addAll(rest.tags);
        if (isTooLarge()) {
            fields.clear();
        }
    }

    private boolean count(String value) {
        length += value.length() + LINE_LENGTH;
        if (isTooLarge()) {
            fields.clear();
        }
        return !isTooLarge();
    }

    void tooLarge() {
        length = MAX_LENGTH + 1L;
        fields.clear();
    }

    /** Notes that the tag which begins a record comes next. */
    void begun() {
        isInOrder = tags.isEmpty();
        hasBeginning = true;
    }

    void damaged() {
        isDamaged = true;
    }

    /** Notes that it has fields of another record too, which cannot be told from its own. */
    void mixed() {
        isMixed = true;
    }

    int line() {
        return line;
    }

    String firstText() {
        return firstText;
    }

    boolean isTooLarge() {
        return length > MAX_LENGTH;
    }

    /** Returns whether it has the tag that begins a record. */
    boolean hasBeginning() {
        return hasBeginning;
    }

    /** Returns whether it begins with that tag. */
    boolean isInOrder() {
        return isInOrder;
    }

    /** Returns whether lines of it were lost, so that there may be authors who are not listed. */
    boolean isDamaged() {
        return isDamaged;
    }

    boolean isMixed() {
        return isMixed;
    }

    boolean hasAny(Collection<String> wanted) {
        return !Collections.disjoint(tags, wanted);
    }

    /** Returns the fields with any of the tags, in the order of the file. */
    List<TaggedField> fields(String... tags) {
        List<String> wanted = Arrays.asList(tags);
        return fields.stream().filter(field -> wanted.contains(field.tag())).toList();
    }

    /** Returns the first value of the first of the tags that has one; empty where none has. */
    String text(String... tags) {
        for (String tag : tags) {
            for (TaggedField field : fields) {
                if (field.tag().equals(tag)) {
                    String text = field.text();
                    if (!text.isEmpty()) {
                        return text;
                    }
                }
            }
        }
        return "";
    }

    /** Returns all values of a tag, joined by spaces. */
    String allText(String tag) {
        return fields(tag).stream()
                .map(TaggedField::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Returns all lines of the values of the tags. */
    List<String> lines(String... tags) {
        return fields(tags).stream().flatMap(field -> field.lines().stream()).toList();
    }
}
