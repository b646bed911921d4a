package org.invisiblecollege.index;

import java.util.Arrays;
import java.util.List;
import org.invisiblecollege.topic.TopicMethod;

/**
 * Encodes the links of a {@link TopicSet}. In the topics of a paper the low bits of a link are the method and, above it, the
 * score; in the papers of a topic they are the method alone. The high bits are the ordinal of the topic or paper.
 */
public final class TopicEdgeCodec {

    /** Low bits of a link in the papers of a topic. */
    static final int PAPER_LINK_BITS = 2;
    /** Low bits of a link in the topics of a paper. */
    static final int TOPIC_LINK_BITS = 12;

    private static final int METHOD_MASK = (1 << PAPER_LINK_BITS) - 1;
    private static final int MAX_SCORE = (1 << (TOPIC_LINK_BITS - PAPER_LINK_BITS)) - 1;

    private TopicEdgeCodec() {}

    /** Returns the bits of a method. */
    public static int of(TopicMethod method) {
        return switch (method) {
            case ASSERTED -> 0;
            case MATCHED -> 1;
            case MINED -> 2;
        };
    }

    /** Returns the bits of a method and of a score from 0 to 1, which is kept to three digits. */
    public static int of(TopicMethod method, double score) {
        return (score(score) << PAPER_LINK_BITS) | of(method);
    }

    /** Returns the paper of a link of a topic. */
    public static int paper(int link) {
        return link >>> PAPER_LINK_BITS;
    }

    /** Returns the topic of a link of a paper. */
    public static int topic(int link) {
        return link >>> TOPIC_LINK_BITS;
    }

    /** Returns the bits of the method of either link. */
    static int method(int link) {
        return link & METHOD_MASK;
    }

    /** Returns the score of a link of a paper, from 0 to the bits of score 1. */
    static int score(int link) {
        return (link >>> PAPER_LINK_BITS) & MAX_SCORE;
    }

    /** Returns the bits of a score from 0 to 1. */
    static int score(double score) {
        return (int) Math.round(Math.clamp(score, 0.0, 1.0) * MAX_SCORE);
    }

    /** Returns a score as links keep it. */
    static double rounded(double score) {
        return score(score) / (double) MAX_SCORE;
    }

    /**
     * Returns links to some nodes, in ascending order and each once; unknown ids are left out.
     *
     * @param codes low bits of the links; may be empty if there are none
     * @param bits number of low bits
     */
    static int[] links(StringDictionary ids, List<String> nodes, List<Integer> codes, int bits) {
        int[] links = new int[nodes.size()];
        int size = 0;
        for (int i = 0; i < links.length; i++) {
            int ordinal = ids.find(nodes.get(i));
            if (ordinal >= 0) {
                links[size++] = bits == 0 ? ordinal : link(ordinal, codes.get(i));
            }
        }
        return distinct(links, size);
    }

    /**
     * Returns the link of a paper to a topic.
     *
     * @param code method and score, as {@link #of(TopicMethod, double)} encodes them
     */
    public static int link(int topic, int code) {
        if (topic > Integer.MAX_VALUE >>> TOPIC_LINK_BITS) {
            throw new IllegalStateException("The index holds at most %,d topics that papers cite; the graph has more."
                    .formatted(Integer.MAX_VALUE >>> TOPIC_LINK_BITS));
        }
        return (topic << TOPIC_LINK_BITS) | code;
    }

    /** Returns the first links of an array, which is sorted for it, in ascending order and each once. */
    static int[] distinct(int[] links, int size) {
        Arrays.sort(links, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || links[i] != links[i - 1]) {
                links[distinct++] = links[i];
            }
        }
        return distinct == links.length ? links : Arrays.copyOf(links, distinct);
    }
}
