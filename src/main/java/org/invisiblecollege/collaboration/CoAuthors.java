package org.invisiblecollege.collaboration;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Activity;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.EdgeRule;
import org.invisiblecollege.network.JointPapers;
import org.invisiblecollege.network.NeighbourScan;
import org.invisiblecollege.network.Tie;
import org.invisiblecollege.network.TopicShares;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.network.YearCount;

/** The co-authors of an author; by weight, then papers, folded name, id. Immutable. */
public final class CoAuthors {

    private final IndexSnapshot index;
    private final PaperSet selected;
    private final EdgeRule rule;
    private final Activity activity;
    private final int author;
    private final int[] others;
    private final long[] parts;
    private final int[] papers;

    private CoAuthors(
            IndexSnapshot index,
            PaperSet selected,
            EdgeRule rule,
            Activity activity,
            int author,
            int[] others,
            long[] parts,
            int[] papers) {
        this.index = index;
        this.selected = selected;
        this.rule = rule;
        this.activity = activity;
        this.author = author;
        this.others = others;
        this.parts = parts;
        this.papers = papers;
    }

    static CoAuthors of(IndexSnapshot index, PaperSet selected, EdgeRule rule, Activity activity, int author) {
        try (NeighbourScan walk = new NeighbourScan(index.authors(), selected, rule, any -> true)) {
            walk.to(author);
            int[] others = new int[walk.size()];
            Arrays.setAll(others, walk::other);
            int[] rank = index.authors().rank();
            IntArrays.quickSort(others, (a, b) -> {
                int byWeight = Long.compare(walk.parts(b), walk.parts(a));
                int byPapers = Integer.compare(walk.papers(b), walk.papers(a));
                return byWeight != 0 ? byWeight : byPapers != 0 ? byPapers : Integer.compare(rank[a], rank[b]);
            });
            long[] parts = Arrays.stream(others).mapToLong(walk::parts).toArray();
            int[] papers = Arrays.stream(others).map(walk::papers).toArray();
            return new CoAuthors(index, selected, rule, activity, author, others, parts, papers);
        }
    }

    /** How many there are. */
    public int size() {
        return others.length;
    }

    /** Some of the ties, seen from the author. */
    public Page<Tie> page(PageRequest request) {
        int from = Math.min(request.offset(), others.length);
        int to = Math.min(from + request.first(), others.length);
        Tie[] ties = new Tie[to - from];
        for (int i = 0; i < ties.length; i++) {
            ties[i] = tie(from + i);
        }
        return new Page<>(Arrays.asList(ties), request.offset(), to < others.length, others.length);
    }

    /** Name of the person in a place of the whole list. */
    public String name(int place) {
        return index.authors().names().get(others[place]);
    }

    /** What the papers with the person in a place are about, most telling first. */
    public List<WeightedTopic> topics(int place, int first) {
        return TopicShares.of(index).top(joint(place), first);
    }

    /** Papers with the person in a place by year. */
    public List<YearCount> activity(int place) {
        return activity.of(IntStream.of(joint(place)));
    }

    private int[] joint(int place) {
        return JointPapers.of(index.authors(), selected, rule, author, others[place]);
    }

    private Tie tie(int place) {
        NodeSet people = index.authors();
        short[] years = index.papers().years();
        int[] joint = joint(place);
        IntSummaryStatistics dated = Arrays.stream(joint)
                .map(paper -> years[paper])
                .filter(year -> year != PaperTable.UNDATED)
                .summaryStatistics();
        boolean isUpperBound = rule.countsShares()
                && Arrays.stream(joint).anyMatch(paper -> index.papers().has(paper, PaperTable.UNSTATED));
        return new Tie(
                people.ids().get(author),
                people.ids().get(others[place]),
                Counting.weight(parts[place]),
                papers[place],
                dated.getCount() == 0 ? null : dated.getMin(),
                dated.getCount() == 0 ? null : dated.getMax(),
                isUpperBound);
    }

    /** Selected papers with too many authors to count. */
    public int papersOverAuthorLimit() {
        return (int) Arrays.stream(index.authors().papers().get(author))
                .filter(paper -> selected.has(paper) && rule.isOverLimit(paper))
                .count();
    }

    /** Papers a window left out because they have no year. */
    public int papersWithoutYear() {
        return (int) Arrays.stream(index.authors().papers().get(author))
                .filter(selected::isUndated)
                .count();
    }
}
