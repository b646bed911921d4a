package org.invisiblecollege.ingest.source.tagged;

import java.util.Set;

/** How the lines of a format look and which of its tags begin and end a record. One object reads one file. */
interface TagSyntax {

    /** What a line is. */
    enum Kind {
        /** A tag and its value. */
        FIELD,
        /** More of the value before. */
        MORE,
        /** Probably a field whose tag is damaged. */
        DAMAGED
    }

    /**
     * A line.
     *
     * @param tag of a field, in upper case; else empty
     * @param value of a field or more of one; else empty
     */
    record Line(Kind kind, String tag, String value) {

        static final Line DAMAGED = new Line(Kind.DAMAGED, "", "");

        static Line field(String tag, String value) {
            return new Line(Kind.FIELD, tag, value.strip());
        }

        static Line more(String value) {
            return new Line(Kind.MORE, "", value.strip());
        }
    }

    /**
     * Reads a line that is not blank.
     *
     * @param openTag of the field before; empty where there is none
     */
    Line parse(String text, String openTag);

    /** Returns whether a reader takes anything from fields of the tag; the values of others are not kept. */
    boolean isUsed(String tag);

    boolean begins(String tag);

    /** Returns whether the tag ends a record, or stands outside of any. */
    default boolean ends(String tag) {
        return false;
    }

    /** Returns whether records end at a blank line; else at a tag. */
    default boolean endsAtBlank() {
        return false;
    }

    /** Returns whether a record that does not begin as records should is damaged. */
    default boolean needsBeginning() {
        return true;
    }

    /** Returns whether programs write the tag that begins a record behind others, and titles more than once. */
    default boolean isLoose() {
        return false;
    }

    /** Returns whether a value of the tag may go on in a line without one. */
    default boolean continues(String tag, boolean isAfterBlank) {
        return true;
    }

    /** Returns the tags without all of which lines are no record. */
    Set<String> essentialTags();

    /** Returns tags that a record has only once, which tell a record that is cut by a blank line from two. */
    default Set<String> singleTags() {
        return Set.of();
    }

    /** Returns whether a damaged line was the first of a record. */
    default boolean isBrokenBeginning(String text) {
        return false;
    }
}
