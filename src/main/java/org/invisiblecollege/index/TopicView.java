package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.Set;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.topic.TopicMethod;

/**
 * The links between papers and topics that a query counts, each topic once per paper.
 *
 * @param methods whose topics count
 * @param minScore least score that counts, to three digits
 * @param includeNarrower whether a paper on a topic is also one on all topics above it
 */
public record TopicView(Set<TopicMethod> methods, double minScore, boolean includeNarrower) {

    public TopicView {
        methods = Set.copyOf(methods);
    }

    /** Returns the same for all views with the same topics. */
    public TopicView normal() {
        return new TopicView(methods, TopicEdgeCodec.rounded(minScore), includeNarrower);
    }

    /** Computes the topics of a snapshot in this view. */
    public NodeSet of(IndexSnapshot snapshot) {
        TopicSet topics = snapshot.topics();
        IntCsr links = topics.ofPapers();
        IntCsr ancestors = includeNarrower ? TopicAncestors.of(snapshot).ofTopics() : null;
        IntCsr.Builder rows = new IntCsr.Builder();
        LinkFilter filter = new LinkFilter(this);
        IntArrayList row = new IntArrayList();
        Cancellation cancellation = Cancellation.current();
        for (int paper = 0; paper < links.count(); paper++) {
            cancellation.check(paper);
            filter.topics(links, paper, row);
            rows.add(ancestors == null ? row.toIntArray() : withAncestors(row, ancestors));
        }
        IntCsr ofPapers = rows.build();
        return new NodeSet(
                topics.ids(),
                topics.names(),
                topics.otherKeys(),
                topics.rank(),
                ofPapers.transposed(topics.count()),
                ofPapers);
    }

    private static int[] withAncestors(IntArrayList topics, IntCsr ancestors) {
        IntOpenHashSet all = new IntOpenHashSet(topics);
        topics.forEach((int topic) -> all.addAll(IntArrayList.wrap(ancestors.get(topic))));
        int[] row = all.toIntArray();
        Arrays.sort(row);
        return row;
    }

    /** Decides which links of a paper count. */
    private static final class LinkFilter {

        private final boolean[] counts = new boolean[1 << TopicEdgeCodec.PAPER_LINK_BITS];
        private final int minScore;

        LinkFilter(TopicView view) {
            view.methods.forEach(method -> counts[TopicEdgeCodec.of(method)] = true);
            minScore = TopicEdgeCodec.score(view.minScore);
        }

        void topics(IntCsr links, int paper, IntArrayList row) {
            row.clear();
            int[] array = links.array(paper);
            for (int i = links.from(paper), end = i + links.size(paper); i < end; i++) {
                int topic = TopicEdgeCodec.topic(array[i]);
                // Links to the same topic are adjacent.
                boolean isNew = row.isEmpty() || row.getInt(row.size() - 1) != topic;
                if (isNew && counts[TopicEdgeCodec.method(array[i])] && TopicEdgeCodec.score(array[i]) >= minScore) {
                    row.add(topic);
                }
            }
        }
    }
}
