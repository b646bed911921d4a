package org.invisiblecollege.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters with the conditions that tests set most; all others let every paper through. */
public final class PaperFilters {

    private PaperFilters() {}

    /** Papers of a year and later. */
    public static PaperFilter since(int year) {
        return of(new YearWindow(year, null), null, null, null);
    }

    /** Papers of some years, topics with those below them, categories and numbers of authors; null for any. */
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
}
