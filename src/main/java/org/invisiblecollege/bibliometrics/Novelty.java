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
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.network.CooccurrenceMatrix;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.TopicViews;
import org.jspecify.annotations.Nullable;

/**
 * Computes the novelty of papers: the share of a paper's topic pairs that no paper of an earlier year had, after the first-time
 * combinations of Uzzi, Mukherjee, Stringer, Jones (2013) and Wang, Veugelers, Stephan (2017), with topics instead of journals.
 * Topics that sources assert and topics that were found in texts count. Thread-safe.
 */
public final class Novelty {

    private static final TopicView VIEW =
            new TopicView(EnumSet.of(TopicMethod.ASSERTED, TopicMethod.MATCHED), 0, false);

    private final LiveIndex index;

    public Novelty(LiveIndex index) {
        this.index = index;
    }

    /** Returns the novelty of some papers by id, without papers that have no year or fewer than two topics. */
    public Map<String, Double> ofPapers(Collection<String> papers) {
        IndexSnapshot snapshot = index.current();
        PairYears pairs = new PairYears(snapshot);
        Map<String, Double> all = new HashMap<>();
        for (String id : papers) {
            int paper = snapshot.papers().ids().find(id);
            if (paper >= 0) {
                pairs.novelty(paper).ifPresent(novelty -> all.put(id, novelty));
            }
        }
        return all;
    }

    /** Returns the mean novelty of the papers of some authors that have one, by author id. */
    public Map<String, Double> ofAuthors(Collection<String> authors) {
        IndexSnapshot snapshot = index.current();
        PairYears pairs = new PairYears(snapshot);
        Map<String, Double> all = new HashMap<>();
        for (String id : authors) {
            int author = snapshot.authors().ids().find(id);
            if (author >= 0) {
                IntStream.of(snapshot.authors().papers().get(author))
                        .mapToObj(pairs::novelty)
                        .flatMapToDouble(OptionalDouble::stream)
                        .average()
                        .ifPresent(mean -> all.put(id, mean));
            }
        }
        return all;
    }

    /** The years in which pairs of topics first occurred together. */
    private static final class PairYears {

        private final PaperTable papers;
        private final NodeSet topics;
        /** Null if there are too many pairs to keep. */
        private final @Nullable CooccurrenceMatrix pairs;

        private final Cancellation cancellation = Cancellation.current();

        PairYears(IndexSnapshot snapshot) {
            papers = snapshot.papers();
            TopicViews known = TopicViews.of(snapshot);
            topics = known.topics(VIEW);
            pairs = known.pairs(VIEW);
        }

        OptionalDouble novelty(int paper) {
            cancellation.check();
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

        /** Returns the year of the earliest dated paper with both of two topics. */
        private short firstYear(int left, int right) {
            if (pairs != null) {
                return pairs.firstYear(left, right);
            }
            boolean isLeftRarer = topics.papers().size(left) < topics.papers().size(right);
            int[] ofCommoner = topics.papers().get(isLeftRarer ? right : left);
            return (short) IntStream.of(topics.papers().get(isLeftRarer ? left : right))
                    .filter(paper -> Arrays.binarySearch(ofCommoner, paper) >= 0)
                    .map(paper -> papers.years()[paper])
                    .filter(year -> year != PaperTable.UNDATED)
                    .min()
                    .orElse(PaperTable.UNDATED);
        }
    }
}
