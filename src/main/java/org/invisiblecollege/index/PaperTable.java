package org.invisiblecollege.index;

/**
 * The properties of papers that selections, orders and counts use, as columns. Immutable.
 *
 * @param citations as a source counts; -1 where none does
 * @param authorCounts the greater of the stated and the listed number of authors, at most 65,535
 * @param flags any of {@link #PRESENT}, {@link #INCOMPLETE}, {@link #UNSTATED}
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays are what the index is
public record PaperTable(
        StringDictionary ids,
        PaperDates dates,
        int[] citations,
        char[] authorCounts,
        byte[] flags,
        Facet types,
        Facet categories,
        Titles titles,
        PaperOrders orders,
        SourceLists sources) {

    /** The default limit for papers that link their authors; a longer list says little about who works with whom. */
    public static final int MAX_LINKED_AUTHORS = 100;

    /** The year of a paper without one. */
    public static final short UNDATED = Short.MIN_VALUE;

    /** The flag of a paper that is in the graph. */
    public static final byte PRESENT = 1;

    /** The flag of a paper whose source does not list all authors. */
    public static final byte INCOMPLETE = 2;

    /** The flag of a paper whose source neither lists all authors nor states their number. */
    public static final byte UNSTATED = 4;

    /** Returns the number of papers, including deleted ones. */
    public int count() {
        return flags.length;
    }

    /** Returns the year of each paper; {@link #UNDATED} without one. */
    public short[] years() {
        return dates.years();
    }

    public boolean has(int paper, byte flag) {
        return (flags[paper] & flag) != 0;
    }

    long bytes() {
        long bytesPerPaper = Integer.BYTES + Character.BYTES + Byte.BYTES;
        return ids.bytes()
                + dates.bytes()
                + bytesPerPaper * flags.length
                + types.bytes()
                + categories.bytes()
                + titles.bytes()
                + sources.bytes()
                + orders.bytes();
    }
}
