package org.invisiblecollege.bibliometrics;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Activity;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.QueryContext;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.YearWindow;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.TopicViews;
import org.jspecify.annotations.Nullable;

/** Finds the topics whose share of papers changed between two periods. Thread-safe. */
public final class Trends {

    private static final int DEFAULT_YEARS = 3;
    /** With fewer papers in both periods together the test has no meaning. */
    private static final int MIN_PAPERS = 5;

    private final LiveIndex index;

    public Trends(LiveIndex index) {
        this.index = index;
    }

    /**
     * Returns the topics that changed most: greatest significance first (for fading topics least), then papers, folded label, id.
     *
     * @param window the years of the later period, compared with as many before; null for the last three up to the latest paper
     * @param schemes vocabularies whose topics count; null for all
     * @throws DomainException INVALID_ARGUMENT if the window ends before it begins
     */
    public List<TopicTrend> trending(
            @Nullable YearWindow window,
            @Nullable PaperFilter within,
            @Nullable List<String> schemes,
            TrendKind kind,
            int first) {
        QueryContext context = new QueryContext(index.current());
        IndexSnapshot snapshot = context.snapshot();
        context.requireKnown(snapshot.topics(), List.of(), within);
        PaperSet selected = context.select(within);
        NodeSet topics = TopicViews.of(snapshot).topics(new TopicView(EnumSet.allOf(TopicMethod.class), 0, false));
        Periods periods = Periods.of(window, snapshot.papers(), selected);
        Activity activity = new Activity(selected, snapshot.papers());
        Comparator<Change> byChange = Comparator.comparingDouble(
                change -> kind == TrendKind.FADING ? change.significance : -change.significance);
        return IntStream.range(0, topics.count())
                .filter(topic -> schemes == null
                        || schemes.contains(String.valueOf(snapshot.schemes().get(topic))))
                .mapToObj(topic -> periods.change(topics, topic, selected))
                .filter(change -> change.is(kind))
                .sorted(byChange.thenComparingInt(change -> -change.papers)
                        .thenComparingInt(change -> topics.rank()[change.topic]))
                .limit(first)
                .map(change -> new TopicTrend(
                        EntityRef.of(topics, change.topic),
                        activity.of(
                                IntStream.of(topics.papers().get(change.topic)).filter(selected::has)),
                        change.papers,
                        change.before,
                        periods.growth(change),
                        change.significance))
                .toList();
    }

    /**
     * How many papers on a topic each period has.
     *
     * @param papers in the later period
     * @param before in the earlier period
     * @param earlier before both periods
     */
    private record Change(int topic, int papers, int before, int earlier, double significance) {

        boolean is(TrendKind kind) {
            return papers + before >= MIN_PAPERS
                    && switch (kind) {
                        case RISING -> significance > 0;
                        case EMERGING -> significance > 0 && before + earlier == 0;
                        case FADING -> significance < 0;
                    };
        }
    }

    /**
     * Two periods of equal length, one after the other.
     *
     * @param from first year of the later one
     * @param to last year of the later one
     * @param papers selected papers in the later one
     * @param papersBefore selected papers in the earlier one
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    private record Periods(int from, int to, short[] years, int papers, int papersBefore) {

        static Periods of(@Nullable YearWindow window, PaperTable table, PaperSet selected) {
            Integer wantedTo = window == null ? null : window.to();
            Integer wantedFrom = window == null ? null : window.from();
            int to = wantedTo == null ? selected.latestYear() : wantedTo;
            int from = wantedFrom == null ? to - DEFAULT_YEARS + 1 : wantedFrom;
            if (from > to) {
                throw DomainException.invalid("window must not end before it begins, was " + from + " to " + to + ".");
            }
            return new Periods(
                    from,
                    to,
                    table.years(),
                    selected.countOfYears(from, to),
                    selected.countOfYears(from - (to - from + 1), from - 1));
        }

        private boolean isWithin(int paper) {
            return years[paper] >= from && years[paper] <= to;
        }

        private boolean isBefore(int paper) {
            return years[paper] < from && years[paper] >= from - (to - from + 1);
        }

        Change change(NodeSet topics, int topic, PaperSet selected) {
            int in = 0;
            int before = 0;
            int earlier = 0;
            Cancellation cancellation = Cancellation.current();
            int step = 0;
            for (int paper : topics.papers().get(topic)) {
                cancellation.check(step++);
                if (selected.has(paper)) {
                    in += isWithin(paper) ? 1 : 0;
                    before += isBefore(paper) ? 1 : 0;
                    earlier += years[paper] != PaperTable.UNDATED && years[paper] < from && !isBefore(paper) ? 1 : 0;
                }
            }
            return new Change(topic, in, before, earlier, significance(in, before));
        }

        private double significance(int in, int before) {
            if (papers == 0 || papersBefore == 0 || in + before == 0) {
                return 0;
            }
            double pooled = (in + before) / (double) (papers + papersBefore);
            double variance = pooled * (1 - pooled) * (1.0 / papers + 1.0 / papersBefore);
            return variance == 0 ? 0 : (in / (double) papers - before / (double) papersBefore) / Math.sqrt(variance);
        }

        double growth(Change change) {
            return ((change.papers + 0.5) / (papers + 1)) / ((change.before + 0.5) / (papersBefore + 1));
        }
    }
}
