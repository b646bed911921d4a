package org.invisiblecollege.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.invisiblecollege.incidence.PaperSet;
import org.invisiblecollege.incidence.PaperTable;

/** How many papers there are in each year. */
public final class Activity {

    private Activity() {}

    /**
     * Papers of one year.
     *
     * @param share of the papers of that year in the same selection
     */
    public record YearCount(int year, int papers, double share) {}

    /**
     * Papers per year, earliest first; undated ones and years without papers are left out.
     *
     * @param some numbers of papers
     * @param selected what shares are of
     */
    public static List<YearCount> of(IntStream some, PaperSet selected, PaperTable papers) {
        Map<Short, Integer> counts = new TreeMap<>();
        some.forEach(paper -> {
            short year = papers.years()[paper];
            if (year != PaperTable.UNDATED) {
                counts.merge(year, 1, Integer::sum);
            }
        });
        if (counts.isEmpty()) {
            return List.of();
        }
        int[] all = new int[1 << Short.SIZE];
        for (int paper = 0; paper < papers.count(); paper++) {
            if (papers.has(paper, PaperTable.PRESENT) && selected.has(paper)) {
                all[papers.years()[paper] - Short.MIN_VALUE]++;
            }
        }
        List<YearCount> years = new ArrayList<>();
        counts.forEach((year, count) ->
                years.add(new YearCount(year, count, count / (double) all[year - Short.MIN_VALUE])));
        return years;
    }
}
