package org.invisiblecollege.bibliometrics;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperTable;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.network.CooccurrenceMatrix;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.TopicViews;
import org.jspecify.annotations.Nullable;

/**
 * How much of what a paper brings together was new then: the share of its topic pairs that no paper of an earlier year had,
 * after the first-time combinations of Uzzi, Mukherjee, Stringer, Jones (2013) and Wang, Veugelers, Stephan (2017), with topics
 * in the place of journals. Topics that sources assert and that were found in texts count. Thread-safe.
 */
public final class Novelty {

    private static final TopicView VIEW =
            new TopicView(EnumSet.of(TopicMethod.ASSERTED, TopicMethod.MATCHED), 0, false);

    private final LiveIndex index;

    public Novelty(LiveIndex index) {
        this.index = index;
    }

    /** The novelty of some papers by id; without those that have no year, or fewer than two topics. */
    public Map<String, Double> ofPapers(Collection<String> papers) {
        IndexSnapshot now = index.current();
        Walk walk = new Walk(now);
        Map<String, Double> all = new HashMap<>();
        for (String id : papers) {
            int paper = now.papers().ids().find(id);
            if (paper >= 0) {
                walk.of(paper).ifPresent(novelty -> all.put(id, novelty));
            }
        }
        return all;
    }

    /** The mean novelty of the papers of some authors that have one, by author id. */
    public Map<String, Double> ofAuthors(Collection<String> authors) {
        IndexSnapshot now = index.current();
        Walk walk = new Walk(now);
        Map<String, Double> all = new HashMap<>();
        for (String id : authors) {
            int author = now.authors().ids().find(id);
            if (author >= 0) {
                IntStream.of(now.authors().papers().get(author))
                        .mapToObj(walk::of)
                        .flatMapToDouble(OptionalDouble::stream)
                        .average()
                        .ifPresent(mean -> all.put(id, mean));
            }
        }
        return all;
    }

    private static final class Walk {

        private final PaperTable papers;
        private final NodeSet topics;
        /** Null where they are too many to keep. */
        private final @Nullable CooccurrenceMatrix pairs;

        Walk(IndexSnapshot now) {
            papers = now.papers();
            TopicViews known = TopicViews.of(now);
            topics = known.topics(VIEW);
            pairs = known.pairs(VIEW);
        }

        OptionalDouble of(int paper) {
            short year = papers.years()[paper];
            int[] row = topics.ofPapers().get(paper);
            if (year == PaperTable.UNDATED || row.length < 2) {
                return OptionalDouble.empty();
            }
            int fresh = 0;
            for (int i = 0; i < row.length; i++) {
                for (int j = i + 1; j < row.length; j++) {
                    fresh += firstYear(row[i], row[j]) >= year ? 1 : 0;
                }
            }
            return OptionalDouble.of(fresh / (row.length * (row.length - 1) / 2.0));
        }

        /** Of the earliest dated paper with both of two topics. */
        private short firstYear(int one, int other) {
            if (pairs != null) {
                return pairs.firstYear(one, other);
            }
            boolean isFewer = topics.papers().size(one) < topics.papers().size(other);
            int[] with = topics.papers().get(isFewer ? other : one);
            return (short) IntStream.of(topics.papers().get(isFewer ? one : other))
                    .filter(paper -> Arrays.binarySearch(with, paper) >= 0)
                    .map(paper -> papers.years()[paper])
                    .filter(year -> year != PaperTable.UNDATED)
                    .min()
                    .orElse(PaperTable.UNDATED);
        }
    }
}
