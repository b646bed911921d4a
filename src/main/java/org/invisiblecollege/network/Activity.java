package org.invisiblecollege.network;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;

/** Counts papers by year, and what share of the selected papers of that year they are. Thread-safe. */
public final class Activity {

    private final PaperSet selected;
    private final PaperTable papers;

    /**
     * Takes the papers that shares refer to.
     *
     * @param selected papers that shares refer to
     */
    public Activity(PaperSet selected, PaperTable papers) {
        this.selected = selected;
        this.papers = papers;
    }

    /** Returns the papers per year, earliest first; undated papers and years without papers are left out. */
    public List<YearCount> of(IntStream some) {
        TreeMap<Short, Integer> counts = new TreeMap<>();
        some.forEach(paper -> counts.merge(papers.years()[paper], 1, Integer::sum));
        counts.remove(PaperTable.UNDATED);
        List<YearCount> years = new ArrayList<>();
        counts.forEach(
                (year, count) -> years.add(new YearCount(year, count, count / (double) selected.countOfYear(year))));
        return years;
    }
}
