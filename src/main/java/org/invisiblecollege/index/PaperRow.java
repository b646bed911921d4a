package org.invisiblecollege.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as read from the graph, to be added to the index.
 *
 * @param statedAuthors number of authors that the source states; null if it states none
 * @param listedAuthors number of authors that it lists, including hidden ones
 * @param organisations of the paper and of its authors on it
 * @param topics ids
 * @param methods method and score of each topic, encoded by {@link TopicEdgeCodec}
 */
public record PaperRow(
        String id,
        @Nullable Integer year,
        @Nullable Integer statedAuthors,
        int listedAuthors,
        boolean authorsComplete,
        @Nullable String venue,
        @Nullable String type,
        List<String> categories,
        List<String> authors,
        List<String> organisations,
        List<String> topics,
        List<Integer> methods) {

    short yearOrNone() {
        return year == null || year <= Short.MIN_VALUE || year > Short.MAX_VALUE
                ? PaperTable.UNDATED
                : year.shortValue();
    }

    char authorCount() {
        int count = Math.max(statedAuthors == null ? 0 : statedAuthors, listedAuthors);
        return (char) Math.min(count, Character.MAX_VALUE);
    }

    byte flags() {
        int flags = PaperTable.PRESENT;
        if (!authorsComplete) {
            flags |= PaperTable.INCOMPLETE;
            flags |= statedAuthors == null ? PaperTable.UNSTATED : 0;
        }
        return (byte) flags;
    }

    @Nullable String joinedCategories() {
        return categories.isEmpty() ? null : String.join(DictionaryColumn.SEPARATOR, categories);
    }
}
