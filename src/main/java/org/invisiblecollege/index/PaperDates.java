package org.invisiblecollege.index;

/**
 * The dates of papers as columns. Immutable.
 *
 * @param years {@link PaperTable#UNDATED} without one
 * @param days month and day within the year, as {@link #day} encodes them
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays are what the index is
public record PaperDates(short[] years, short[] days) {

    /** The order by date of a paper without one, in either direction. */
    static final int MAX_ORDER = 1 << 26;

    private static final int DAY_BITS = 9;
    static final int MAX_DAY = (1 << DAY_BITS) - 1;

    /** Returns the code of a month and a day, each 0 where a source does not state it. */
    static short day(int month, int day) {
        return (short) ((month << 5) | day);
    }

    boolean isDated(int paper) {
        return years[paper] != PaperTable.UNDATED;
    }

    /** Returns the place of a paper among those of its year, latest first. */
    int daysBack(int paper) {
        return MAX_DAY - days[paper];
    }

    /** Returns the place of a paper by date, earliest first. */
    int earliestFirst(int paper) {
        return isDated(paper) ? earliestFirst(years[paper], days[paper]) : MAX_ORDER;
    }

    /** Returns the place of a paper by date, latest first. */
    int latestFirst(int paper) {
        return isDated(paper) ? latestFirst(years[paper], days[paper]) : MAX_ORDER;
    }

    static int earliestFirst(int year, int day) {
        return ((year - Short.MIN_VALUE) << DAY_BITS) | day;
    }

    static int latestFirst(int year, int day) {
        return MAX_ORDER - 1 - earliestFirst(year, day);
    }

    long bytes() {
        return Short.BYTES * ((long) years.length + days.length);
    }
}
