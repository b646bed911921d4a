package org.invisiblecollege.network;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.jspecify.annotations.Nullable;

/** Counts papers by year. For one answer; not thread-safe. */
public final class Activity {

    private final PaperSet selected;
    private final PaperTable papers;
    private int @Nullable [] selectedOfYear;

    /**
     * Counts papers.
     *
     * @param selected what shares are of
     */
    public Activity(PaperSet selected, PaperTable papers) {
        this.selected = selected;
        this.papers = papers;
    }

    /** Papers per year, earliest first; undated ones and years without papers are left out. */
    public List<YearCount> of(IntStream some) {
        TreeMap<Short, Integer> counts = new TreeMap<>();
        some.forEach(paper -> counts.merge(papers.years()[paper], 1, Integer::sum));
        counts.remove(PaperTable.UNDATED);
        List<YearCount> years = new ArrayList<>();
        counts.forEach((year, count) -> years.add(new YearCount(year, count, count / (double) all(year))));
        return years;
    }

    private int all(short year) {
        int[] counts = selectedOfYear;
        if (counts == null) {
            counts = new int[1 << Short.SIZE];
            for (int paper = 0; paper < papers.count(); paper++) {
                if (papers.has(paper, PaperTable.PRESENT) && selected.has(paper)) {
                    counts[papers.years()[paper] - Short.MIN_VALUE]++;
                }
            }
            selectedOfYear = counts;
        }
        return counts[year - Short.MIN_VALUE];
    }
}
