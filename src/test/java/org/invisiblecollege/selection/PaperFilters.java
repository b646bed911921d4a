package org.invisiblecollege.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters with the conditions that tests set most; the others are null. */
public final class PaperFilters {

    private PaperFilters() {}

    /** Returns a filter for papers of a year and later. */
    public static PaperFilter since(int year) {
        return of(new YearWindow(year, null), null, null, null);
    }

    /** Returns a filter by years, topics including narrower ones, categories and number of authors; null for any. */
    public static PaperFilter of(
            @Nullable YearWindow window,
            @Nullable List<String> topics,
            @Nullable List<String> categories,
            @Nullable Integer maxAuthors) {
        return new PaperFilter(
                window,
                null,
                null,
                null,
                null,
                topics,
                null,
                true,
                null,
                null,
                categories,
                null,
                null,
                maxAuthors,
                null);
    }

    /** Returns a filter for papers with some words in the title. */
    public static PaperFilter titled(String text) {
        return new PaperFilter(
                null, null, null, null, null, null, null, false, null, null, null, null, null, null, text);
    }
}
