package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperTable;

/** Tells what some papers are about more than others are. For one answer; not thread-safe. */
public final class TopicShares {

    private final NodeSet topics;
    private final double papers;
    /** Papers on each topic, counted when first needed. */
    private final Int2IntMap papersOn = new Int2IntOpenHashMap();

    public TopicShares(IndexSnapshot index) {
        PaperTable table = index.papers();
        topics = index.topics();
        papers = IntStream.range(0, table.count())
                .filter(paper -> table.has(paper, PaperTable.PRESENT))
                .count();
    }

    /**
     * How many of some papers are on each of their topics.
     *
     * @param papers how many papers there are
     */
    record Counts(Int2IntMap byTopic, int papers) {

        private double share(int topic) {
            return (double) byTopic.get(topic) / papers;
        }
    }

    /** The topics with the greatest weight; then by papers, folded label, id. */
    public List<WeightedTopic> of(int[] some, int first) {
        return first(count(some), this::weight, first);
    }

    /**
     * What tells some of a network's papers from its others: the topics with the greatest weight · ln(q), where a topic has q
     * times the share of these papers that it has of all of the network's; then by weight.
     */
    List<WeightedTopic> of(int[] some, Counts network, int first) {
        Counts counts = count(some);
        return first(
                counts,
                (topic, count) -> weight(topic, count) * Math.log(counts.share(topic) / network.share(topic)),
                first);
    }

    Counts count(int[] some) {
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        for (int paper : some) {
            int[] row = topics.ofPapers().get(paper);
            for (int i = 0; i < row.length; i++) {
                // A paper may have a topic by two methods, next to each other in its row.
                if (i == 0 || row[i] >>> topics.wideTag() != row[i - 1] >>> topics.wideTag()) {
                    counts.addTo(row[i] >>> topics.wideTag(), 1);
                }
            }
        }
        return new Counts(counts, some.length);
    }

    /** What a topic on so many papers says. */
    private interface Telling {
        double of(int topic, int count);
    }

    private List<WeightedTopic> first(Counts counts, Telling telling, int first) {
        Comparator<Int2IntMap.Entry> greatest = Comparator.comparingDouble(
                        (Int2IntMap.Entry entry) -> -telling.of(entry.getIntKey(), entry.getIntValue()))
                .thenComparingDouble(entry -> -weight(entry.getIntKey(), entry.getIntValue()))
                .thenComparingInt(entry -> -entry.getIntValue())
                .thenComparingInt(entry -> topics.rank()[entry.getIntKey()]);
        return counts.byTopic.int2IntEntrySet().stream()
                .sorted(greatest)
                .limit(first)
                .map(entry -> new WeightedTopic(
                        topics.ids().get(entry.getIntKey()),
                        topics.names().get(entry.getIntKey()),
                        entry.getIntValue(),
                        weight(entry.getIntKey(), entry.getIntValue())))
                .toList();
    }

    private double weight(int topic, int count) {
        return count * rarity(topic);
    }

    /** ln(N/s), where s of all N papers are on a topic. */
    public double rarity(int topic) {
        return Math.log(papers / papersOn.computeIfAbsent(topic, this::papersOn));
    }

    private int papersOn(int topic) {
        int count = 0;
        int last = -1;
        for (int value : topics.papers().get(topic)) {
            count += value >>> topics.tag() == last ? 0 : 1;
            last = value >>> topics.tag();
        }
        return count;
    }
}
