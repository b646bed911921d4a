package org.invisiblecollege.bibliometrics;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Activity;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.NodeScores;
import org.invisiblecollege.network.QueryContext;
import org.invisiblecollege.network.WeightedOrganisation;
import org.invisiblecollege.network.YearCount;
import org.invisiblecollege.selection.PaperFilter;
import org.jspecify.annotations.Nullable;

/** Describes single topics: when papers were written on them, by which authors and where. All methods count. Thread-safe. */
public final class TopicProfiles {

    private final LiveIndex index;

    public TopicProfiles(LiveIndex index) {
        this.index = index;
    }

    /** Returns the papers on some topics by year, earliest first, by topic id. */
    public Map<String, List<YearCount>> trends(Collection<String> topics, @Nullable PaperFilter within) {
        return answers(topics, within, false, (snapshot, selected) -> {
            Activity activity = new Activity(selected, snapshot.papers());
            return papers -> activity.of(IntStream.of(papers));
        });
    }

    /**
     * Returns the authors who write most on some topics, by topic id: greatest score first, then papers, folded name, id.
     *
     * @param halfLife years after which a paper counts half; null if age does not matter. With it undated papers count nothing
     */
    public Map<String, List<TopicExpert>> experts(
            Collection<String> topics,
            @Nullable PaperFilter within,
            boolean includeNarrower,
            @Nullable Integer halfLife,
            int first) {
        if (halfLife != null && halfLife < 1) {
            throw DomainException.invalid("halfLife must be 1 or more years, was " + halfLife + ".");
        }
        return answers(topics, within, includeNarrower, (snapshot, selected) -> {
            int latest = halfLife == null ? 0 : selected.latestYear();
            return papers -> experts(
                    snapshot,
                    selected,
                    papers,
                    halfLife == null ? year -> 1 : year -> recency(year, latest, halfLife),
                    first);
        });
    }

    private static List<TopicExpert> experts(
            IndexSnapshot snapshot, PaperSet selected, int[] papers, IntToDoubleFunction recency, int first) {
        PaperTable table = snapshot.papers();
        NodeSet authors = snapshot.authors();
        try (NodeScores scores = new NodeScores(authors)) {
            Cancellation cancellation = Cancellation.current();
            int step = 0;
            for (int paper : papers) {
                cancellation.check(step++);
                int size = authors.ofPapers().size(paper);
                double weight = recency.applyAsDouble(table.years()[paper]);
                // Scaled, so that a sum does not depend on its order.
                scores.addPaper(
                        paper, Math.round(Counting.SCALE * weight / Math.max(size, table.authorCounts()[paper])));
            }
            return IntStream.of(scores.best(first))
                    .mapToObj(author -> new TopicExpert(
                            EntityRef.of(authors, author),
                            Counting.weight(scores.score(author)),
                            scores.papers(author),
                            scores.papers(author) / (double) selected.count(authors, author),
                            lastYear(authors, author, papers, table)))
                    .toList();
        }
    }

    private static @Nullable Integer lastYear(NodeSet authors, int author, int[] papers, PaperTable table) {
        int last = IntStream.of(authors.papers().get(author))
                .filter(paper -> Arrays.binarySearch(papers, paper) >= 0)
                .map(paper -> table.years()[paper])
                .max()
                .orElse(PaperTable.UNDATED);
        return last == PaperTable.UNDATED ? null : last;
    }

    private static double recency(int year, int latest, int halfLife) {
        return year == PaperTable.UNDATED ? 0 : Math.pow(2, -(latest - year) / (double) halfLife);
    }

    /** Returns the organisations of papers on some topics, by topic id: greatest weight first, then papers, folded name, id. */
    public Map<String, List<WeightedOrganisation>> organisations(
            Collection<String> topics, @Nullable PaperFilter within, int first) {
        return answers(
                topics,
                within,
                false,
                (snapshot, selected) -> papers -> organisations(snapshot.organisations(), papers, first));
    }

    private static List<WeightedOrganisation> organisations(NodeSet organisations, int[] papers, int first) {
        try (NodeScores scores = new NodeScores(organisations)) {
            Cancellation cancellation = Cancellation.current();
            int step = 0;
            for (int paper : papers) {
                cancellation.check(step++);
                int size = organisations.ofPapers().size(paper);
                if (size > 0) {
                    scores.addPaper(paper, Math.round(Counting.SCALE / (double) size));
                }
            }
            return IntStream.of(scores.best(first))
                    .mapToObj(organisation -> new WeightedOrganisation(
                            EntityRef.of(organisations, organisation),
                            scores.papers(organisation),
                            Counting.weight(scores.score(organisation))))
                    .toList();
        }
    }

    /**
     * Returns one answer for each known topic.
     *
     * @param answer called once, so that what it computes from all papers is shared by all topics
     */
    private <T> Map<String, T> answers(
            Collection<String> ids,
            @Nullable PaperFilter within,
            boolean includeNarrower,
            BiFunction<IndexSnapshot, PaperSet, Function<int[], T>> answer) {
        QueryContext context = new QueryContext(index.current());
        IndexSnapshot snapshot = context.snapshot();
        context.requireKnown(snapshot.topics(), List.of(), within);
        PaperSet selected = context.select(within);
        Function<int[], T> ofPapers = answer.apply(snapshot, selected);
        Map<String, T> all = new HashMap<>();
        for (String id : ids) {
            int topic = snapshot.topics().ids().find(id);
            if (topic >= 0) {
                IntArrayList papers = new IntArrayList();
                selected.onTopic(snapshot, topic, includeNarrower).forEach(papers::add);
                all.put(id, ofPapers.apply(papers.toIntArray()));
            }
        }
        return all;
    }
}
