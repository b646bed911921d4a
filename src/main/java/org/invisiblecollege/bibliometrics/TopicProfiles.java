package org.invisiblecollege.bibliometrics;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
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
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Activity;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.QueryContext;
import org.invisiblecollege.network.WeightedOrganisation;
import org.invisiblecollege.network.YearCount;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.TopicViews;
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
        // Scaled, so that a sum does not depend on its order.
        Int2LongOpenHashMap scores = new Int2LongOpenHashMap();
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        Int2IntOpenHashMap lastYears = new Int2IntOpenHashMap();
        for (int paper : papers) {
            int[] row = authors.ofPapers().get(paper);
            short year = table.years()[paper];
            double weight = recency.applyAsDouble(year);
            for (int author : row) {
                scores.addTo(
                        author,
                        Math.round(Counting.SCALE * weight / Math.max(row.length, table.authorCounts()[paper])));
                counts.addTo(author, 1);
                lastYears.merge(author, year, Math::max);
            }
        }
        return scores.keySet()
                .intStream()
                .boxed()
                .sorted(Comparator.comparingLong((Integer author) -> -scores.get(author.intValue()))
                        .thenComparingInt(author -> -counts.get(author.intValue()))
                        .thenComparingInt(author -> authors.rank()[author]))
                .limit(first)
                .map(author -> new TopicExpert(
                        EntityRef.of(authors, author),
                        Counting.weight(scores.get(author.intValue())),
                        counts.get(author.intValue()),
                        counts.get(author.intValue()) / (double) selected.count(authors, author),
                        year(lastYears.get(author.intValue()))))
                .toList();
    }

    private static double recency(int year, int latest, int halfLife) {
        return year == PaperTable.UNDATED ? 0 : Math.pow(2, -(latest - year) / (double) halfLife);
    }

    private static @Nullable Integer year(int year) {
        return year == PaperTable.UNDATED ? null : year;
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
        Int2LongOpenHashMap weights = new Int2LongOpenHashMap();
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        for (int paper : papers) {
            int[] row = organisations.ofPapers().get(paper);
            for (int organisation : row) {
                weights.addTo(organisation, Math.round(Counting.SCALE / (double) row.length));
                counts.addTo(organisation, 1);
            }
        }
        return weights.keySet()
                .intStream()
                .boxed()
                .sorted(Comparator.comparingLong((Integer organisation) -> -weights.get(organisation.intValue()))
                        .thenComparingInt(organisation -> -counts.get(organisation.intValue()))
                        .thenComparingInt(organisation -> organisations.rank()[organisation]))
                .limit(first)
                .map(organisation -> new WeightedOrganisation(
                        EntityRef.of(organisations, organisation),
                        counts.get(organisation.intValue()),
                        Counting.weight(weights.get(organisation.intValue()))))
                .toList();
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
        NodeSet topics =
                TopicViews.of(snapshot).topics(new TopicView(EnumSet.allOf(TopicMethod.class), 0, includeNarrower));
        Function<int[], T> ofPapers = answer.apply(snapshot, selected);
        Map<String, T> all = new HashMap<>();
        for (String id : ids) {
            int topic = topics.ids().find(id);
            if (topic >= 0) {
                all.put(
                        id,
                        ofPapers.apply(IntStream.of(topics.papers().get(topic))
                                .filter(selected::has)
                                .toArray()));
            }
        }
        return all;
    }
}
