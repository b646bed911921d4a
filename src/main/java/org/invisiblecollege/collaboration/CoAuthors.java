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

/** The co-authors of an author; by weight, then papers, folded name, id. Thread-safe. */
public final class CoAuthors {

    private final IndexSnapshot snapshot;
    private final PaperSet selected;
    private final EdgeRule rule;
    private final Activity activity;
    private final int author;
    private final int[] coAuthors;
    private final long[] scaledWeights;
    private final int[] papers;

    private CoAuthors(
            IndexSnapshot snapshot,
            PaperSet selected,
            EdgeRule rule,
            Activity activity,
            int author,
            int[] coAuthors,
            long[] scaledWeights,
            int[] papers) {
        this.snapshot = snapshot;
        this.selected = selected;
        this.rule = rule;
        this.activity = activity;
        this.author = author;
        this.coAuthors = coAuthors;
        this.scaledWeights = scaledWeights;
        this.papers = papers;
    }

    /**
     * Finds the co-authors of an author.
     *
     * @param activity of the selected papers; lists of one request share it
     */
    static CoAuthors of(IndexSnapshot snapshot, PaperSet selected, EdgeRule rule, Activity activity, int author) {
        try (NeighbourScan scan = new NeighbourScan(snapshot.authors(), selected, rule, any -> true)) {
            scan.scan(author);
            int[] coAuthors = new int[scan.size()];
            Arrays.setAll(coAuthors, scan::neighbour);
            int[] rank = snapshot.authors().rank();
            IntArrays.quickSort(coAuthors, (a, b) -> {
                int byWeight = Long.compare(scan.scaledWeight(b), scan.scaledWeight(a));
                int byPapers = Integer.compare(scan.papers(b), scan.papers(a));
                return byWeight != 0 ? byWeight : byPapers != 0 ? byPapers : Integer.compare(rank[a], rank[b]);
            });
            return new CoAuthors(
                    snapshot,
                    selected,
                    rule,
                    activity,
                    author,
                    coAuthors,
                    Arrays.stream(coAuthors).mapToLong(scan::scaledWeight).toArray(),
                    Arrays.stream(coAuthors).map(scan::papers).toArray());
        }
    }

    /** Returns the number of co-authors. */
    public int size() {
        return coAuthors.length;
    }

    /** Returns a page of the indexes of co-authors in the whole list. */
    public Page<Integer> page(PageRequest request) {
        return Page.of(
                IntStream.range(0, coAuthors.length).boxed().toList(),
                index -> snapshot.authors().ids().get(coAuthors[index]),
                request);
    }

    /**
     * Returns the name of a co-author.
     *
     * @param index number of the co-author in the whole list
     */
    public String name(int index) {
        return snapshot.authors().names().get(coAuthors[index]);
    }

    /** Returns the topics of the papers with a co-author, greatest weight first. */
    public List<WeightedTopic> topics(int index, int first) {
        return TopicShares.of(snapshot).top(joint(index), first);
    }

    /** Returns the papers with a co-author by year. */
    public List<YearCount> activity(int index) {
        return activity.of(IntStream.of(joint(index)));
    }

    private int[] joint(int index) {
        return JointPapers.of(snapshot.authors(), selected, rule, author, coAuthors[index]);
    }

    /** Returns the tie with a co-author, seen from the author. */
    public Tie tie(int index) {
        NodeSet authors = snapshot.authors();
        short[] years = snapshot.papers().years();
        int[] joint = joint(index);
        IntSummaryStatistics dated = Arrays.stream(joint)
                .map(paper -> years[paper])
                .filter(year -> year != PaperTable.UNDATED)
                .summaryStatistics();
        boolean isUpperBound = rule.isFractional()
                && Arrays.stream(joint).anyMatch(paper -> snapshot.papers().has(paper, PaperTable.UNSTATED));
        return new Tie(
                authors.ids().get(author),
                authors.ids().get(coAuthors[index]),
                Counting.weight(scaledWeights[index]),
                papers[index],
                dated.getCount() == 0 ? null : dated.getMin(),
                dated.getCount() == 0 ? null : dated.getMax(),
                isUpperBound);
    }

    /** Counts the author's selected papers that have too many authors to count. */
    public int papersOverAuthorLimit() {
        return (int) Arrays.stream(snapshot.authors().papers().get(author))
                .filter(paper -> selected.has(paper) && rule.isOverLimit(paper))
                .count();
    }

    /** Counts the author's papers that the window left out because they have no year. */
    public int papersWithoutYear() {
        return (int) Arrays.stream(snapshot.authors().papers().get(author))
                .filter(selected::isUndated)
                .count();
    }
}
