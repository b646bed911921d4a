package org.invisiblecollege.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as read from the graph, to be added to the index.
 *
 * @param organisations of the paper and of its authors on it
 * @param venues ids
 * @param topics ids
 * @param methods method and score of each topic, encoded by {@link TopicEdgeCodec}
 * @param records all about it, in any order
 */
public record PaperRow(
        String id,
        Publication publication,
        AuthorList authorList,
        List<String> organisations,
        List<String> venues,
        List<String> topics,
        List<Integer> methods,
        List<SourceRecord> records) {

    private static final int LENGTH_WITH_MONTH = 7;
    private static final int LENGTH_WITH_DAY = 10;

    /**
     * What a source says about the publication.
     *
     * @param titleKey folded title
     * @param publishedOn ISO 8601, as precise as the source; null where unknown
     * @param citations null where no source counts them
     */
    public record Publication(
            String titleKey,
            @Nullable Integer year,
            @Nullable String publishedOn,
            @Nullable Integer citations,
            @Nullable String type,
            List<String> categories) {}

    /**
     * The authors.
     *
     * @param ids of those that are people
     * @param stated number of authors that the source states; null if it states none
     * @param listed number of authors that it lists, including hidden ones
     * @param isComplete whether it lists all
     */
    public record AuthorList(List<String> ids, @Nullable Integer stated, int listed, boolean isComplete) {}

    /**
     * A record about the paper.
     *
     * @param source id
     * @param record id within the source
     */
    public record SourceRecord(String source, String record) {}

    /** Returns the ids of the authors that are people. */
    public List<String> authors() {
        return authorList.ids;
    }

    short yearOrNone() {
        Integer year = publication.year;
        return year == null || year <= Short.MIN_VALUE || year > Short.MAX_VALUE
                ? PaperTable.UNDATED
                : year.shortValue();
    }

    /** Returns month and day as {@link PaperDates#day} encodes them, 0 where they are unknown. */
    short day() {
        String date = publication.publishedOn;
        if (date == null || date.length() < LENGTH_WITH_MONTH) {
            return 0;
        }
        int month = Integer.parseInt(date.substring(5, LENGTH_WITH_MONTH));
        int day = date.length() < LENGTH_WITH_DAY ? 0 : Integer.parseInt(date.substring(8, LENGTH_WITH_DAY));
        return PaperDates.day(month, day);
    }

    int citationsOrNone() {
        Integer citations = publication.citations;
        return citations == null ? -1 : Math.max(0, citations);
    }

    char authorCount() {
        int count = Math.max(authorList.stated == null ? 0 : authorList.stated, authorList.listed);
        return (char) Math.min(count, Character.MAX_VALUE);
    }

    byte flags() {
        int flags = PaperTable.PRESENT;
        if (!authorList.isComplete) {
            flags |= PaperTable.INCOMPLETE;
            flags |= authorList.stated == null ? PaperTable.UNSTATED : 0;
        }
        return (byte) flags;
    }

    List<String> types() {
        return publication.type == null ? List.of() : List.of(publication.type);
    }
}
