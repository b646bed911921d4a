package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.TopicEdgeCodec;
import org.invisiblecollege.index.TopicSet;
import org.invisiblecollege.kernel.Cancellation;

/**
 * Ranks the topics of some papers by how often they occur there and how rare they are elsewhere: papers · ln(N/s), where s of
 * all N papers are on the topic. Thread-safe.
 */
public final class TopicShares {

    private final TopicSet topics;
    private final double papers;
    /** Papers on each topic; 0 until counted. Threads that race count the same. */
    private final int[] papersOn;

    private TopicShares(IndexSnapshot snapshot) {
        topics = snapshot.topics();
        papers = PaperSet.all(snapshot).count();
        papersOn = new int[topics.count()];
    }

    /** Returns the shares of a snapshot, which live as long as it does. */
    public static TopicShares of(IndexSnapshot snapshot) {
        return snapshot.derived(TopicShares.class, TopicShares::new);
    }

    /**
     * How many of some papers are on each of their topics.
     *
     * @param papers number of papers
     */
    record TopicCounts(Int2IntMap byTopic, int papers) {

        private double share(int topic) {
            return (double) byTopic.get(topic) / papers;
        }
    }

    /** Returns the topics of some papers with the greatest weight; then by papers, folded label, id. */
    public List<WeightedTopic> top(int[] some, int first) {
        TopicCounts counts = count(some);
        return top(counts, topic -> weight(counts, topic), first);
    }

    /**
     * Returns what distinguishes some papers of a network from its other papers: the topics with the greatest weight · ln(q),
     * where a topic has q times the share of these papers that it has of all papers of the network; then by weight.
     */
    List<WeightedTopic> distinguishing(int[] some, TopicCounts network, int first) {
        TopicCounts counts = count(some);
        return top(
                counts, topic -> weight(counts, topic) * Math.log(counts.share(topic) / network.share(topic)), first);
    }

    TopicCounts count(int[] some) {
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        Cancellation cancellation = Cancellation.current();
        int step = 0;
        for (int paper : some) {
            cancellation.check(step++);
            int[] row = topics.ofPapers().get(paper);
            for (int i = 0; i < row.length; i++) {
                // A paper may have a topic by two methods, next to each other in its row.
                if (i == 0 || TopicEdgeCodec.topic(row[i]) != TopicEdgeCodec.topic(row[i - 1])) {
                    counts.addTo(TopicEdgeCodec.topic(row[i]), 1);
                }
            }
        }
        return new TopicCounts(counts, some.length);
    }

    private List<WeightedTopic> top(TopicCounts counts, IntToDoubleFunction score, int first) {
        Comparator<Integer> greatest = Comparator.comparingDouble((Integer topic) -> -score.applyAsDouble(topic))
                .thenComparingDouble(topic -> -weight(counts, topic))
                .thenComparingInt(topic -> -counts.byTopic.get(topic.intValue()))
                .thenComparingInt(topic -> topics.rank()[topic]);
        return counts.byTopic
                .keySet()
                .intStream()
                .boxed()
                .sorted(greatest)
                .limit(first)
                .map(topic -> new WeightedTopic(
                        topics.ids().get(topic),
                        topics.names().get(topic),
                        counts.byTopic.get(topic.intValue()),
                        weight(counts, topic)))
                .toList();
    }

    private double weight(TopicCounts counts, int topic) {
        return counts.byTopic.get(topic) * rarity(topic);
    }

    /** Returns ln(N/s), where s of all N papers are on a topic. */
    public double rarity(int topic) {
        if (papersOn[topic] == 0) {
            papersOn[topic] = papersOn(topic);
        }
        return Math.log(papers / papersOn[topic]);
    }

    private int papersOn(int topic) {
        int count = 0;
        int last = -1;
        for (int value : topics.papers().get(topic)) {
            count += TopicEdgeCodec.paper(value) == last ? 0 : 1;
            last = TopicEdgeCodec.paper(value);
        }
        return count;
    }
}
