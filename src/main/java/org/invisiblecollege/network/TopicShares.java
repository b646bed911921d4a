package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.incidence.Incidence;
import org.invisiblecollege.incidence.PaperTable;
import org.invisiblecollege.incidence.Units;

/** Tells what some papers are about more than others are. For one answer; not thread-safe. */
public final class TopicShares {

    private final Units topics;
    private final double papers;
    /** Papers on each topic, counted when first needed. */
    private final Int2IntMap papersOn = new Int2IntOpenHashMap();

    public TopicShares(Incidence index) {
        PaperTable table = index.papers();
        topics = index.topics();
        papers = IntStream.range(0, table.count())
                .filter(paper -> table.has(paper, PaperTable.PRESENT))
                .count();
    }

    /** The topics with the greatest weight; then by papers, folded label, id. */
    public List<WeightedTopic> of(int[] some, int first) {
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
        Comparator<Int2IntMap.Entry> greatest = Comparator.comparingDouble(
                        (Int2IntMap.Entry entry) -> -weight(entry.getIntKey(), entry.getIntValue()))
                .thenComparingInt(entry -> -entry.getIntValue())
                .thenComparingInt(entry -> topics.rank()[entry.getIntKey()]);
        return counts.int2IntEntrySet().stream()
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
