package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.Set;
import org.invisiblecollege.topic.TopicMethod;

/**
 * The topics of papers as a question wants them, each once on a paper.
 *
 * @param methods by which papers cite topics
 * @param minScore topics cited with less do not count, to three digits
 * @param includeNarrower whether a paper on a topic is one on all above it too
 */
public record TopicView(Set<TopicMethod> methods, double minScore, boolean includeNarrower) {

    public TopicView {
        methods = Set.copyOf(methods);
    }

    /** The one that all views with the same topics share. */
    public TopicView normal() {
        return new TopicView(
                methods, TopicEdgeCodec.scoreOf(minScore) / (double) TopicEdgeCodec.scoreOf(1), includeNarrower);
    }

    /** The topics of an index. */
    public NodeSet of(IndexSnapshot index) {
        NodeSet topics = index.topics();
        IntCsr above = includeNarrower ? TopicAncestors.of(index).ofTopics() : null;
        boolean[] counts = new boolean[1 << topics.tag()];
        methods.forEach(method -> counts[TopicEdgeCodec.of(method)] = true);
        int lowest = TopicEdgeCodec.scoreOf(minScore);
        int mask = (1 << topics.wideTag()) - 1;
        IntCsr.Builder rows = new IntCsr.Builder();
        IntArrayList row = new IntArrayList();
        IntOpenHashSet all = new IntOpenHashSet();
        for (int paper = 0; paper < topics.ofPapers().count(); paper++) {
            row.clear();
            int[] values = topics.ofPapers().array(paper);
            for (int i = topics.ofPapers().from(paper),
                            end = i + topics.ofPapers().size(paper);
                    i < end;
                    i++) {
                int how = values[i] & mask;
                int topic = values[i] >>> topics.wideTag();
                boolean isNew = row.isEmpty() || row.getInt(row.size() - 1) != topic;
                if (isNew && counts[how & (counts.length - 1)] && how >>> topics.tag() >= lowest) {
                    row.add(topic);
                }
            }
            if (above == null) {
                rows.add(row.toIntArray());
            } else {
                all.clear();
                row.forEach((int topic) -> {
                    all.add(topic);
                    all.addAll(IntArrayList.wrap(above.get(topic)));
                });
                int[] closed = all.toIntArray();
                Arrays.sort(closed);
                rows.add(closed);
            }
        }
        IntCsr ofPapers = rows.build();
        return new NodeSet(
                topics.ids(), topics.names(), topics.rank(), ofPapers.transposed(topics.count(), 0, 0), ofPapers, 0, 0);
    }
}
