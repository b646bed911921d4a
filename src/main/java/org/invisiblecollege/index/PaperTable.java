package org.invisiblecollege.index;

/**
 * What a selection and a count need to know of each paper. Immutable.
 *
 * @param years {@link #UNDATED} without one
 * @param authorCounts the greater of the stated and the listed number of authors, at most 65,535
 * @param flags of {@link #PRESENT}, {@link #INCOMPLETE}, {@link #UNSTATED}
 * @param categories those of a paper in one text, {@link DictionaryColumn#SEPARATOR} between them
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays are what the index is
public record PaperTable(
        StringDictionary ids,
        short[] years,
        char[] authorCounts,
        byte[] flags,
        DictionaryColumn venues,
        DictionaryColumn types,
        DictionaryColumn categories) {

    /** The year of a paper without one. */
    public static final short UNDATED = Short.MIN_VALUE;

    /** It is in the graph. */
    public static final byte PRESENT = 1;

    /** Its source does not list all authors. */
    public static final byte INCOMPLETE = 2;

    /** Its source does not list all authors, and does not say how many there are. */
    public static final byte UNSTATED = 4;

    /** How many there are, with those that are gone. */
    public int count() {
        return years.length;
    }

    public boolean has(int paper, byte flag) {
        return (flags[paper] & flag) != 0;
    }

    long bytes() {
        long each = Short.BYTES + Character.BYTES + Byte.BYTES;
        return ids.bytes() + each * years.length + venues.bytes() + types.bytes() + categories.bytes();
    }
}
