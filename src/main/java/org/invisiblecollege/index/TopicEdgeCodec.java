package org.invisiblecollege.index;

import java.util.Arrays;
import java.util.List;
import org.invisiblecollege.topic.TopicMethod;

/** How a row of the index is written. */
public final class TopicEdgeCodec {

    /** Bits for the method of a topic. */
    static final int TOPIC = 2;
    /** Bits for the method of a topic and, above them, its score. */
    static final int SCORED_TOPIC = 12;

    /** Scores are from 0 to 1. */
    private static final int HIGHEST = (1 << (SCORED_TOPIC - TOPIC)) - 1;

    private TopicEdgeCodec() {}

    /** The bits that stand for a method. */
    public static int of(TopicMethod method) {
        return switch (method) {
            case ASSERTED -> 0;
            case MATCHED -> 1;
            case MINED -> 2;
        };
    }

    /** The bits that stand for a method and a score from 0 to 1; scores are told apart by three digits. */
    public static int of(TopicMethod method, double score) {
        return (scoreOf(score) << TOPIC) | of(method);
    }

    /** A score as {@link #of(TopicMethod, double)} has it above the method. */
    static int scoreOf(double score) {
        return (int) Math.round(Math.clamp(score, 0.0, 1.0) * HIGHEST);
    }

    /** The numbers of some ids, in rising order and each once, with what is said of them; unknown ids are left out. */
    static int[] row(StringDictionary ids, List<String> units, List<Integer> how, int tag) {
        int[] row = new int[units.size()];
        int size = 0;
        for (int i = 0; i < row.length; i++) {
            int number = ids.find(units.get(i));
            if (number > Integer.MAX_VALUE >>> tag) {
                throw new IllegalStateException(
                        "The index holds %,d topics; the graph has more.".formatted(Integer.MAX_VALUE >>> tag));
            }
            if (number >= 0) {
                row[size++] = (number << tag) | (tag == 0 ? 0 : how.get(i));
            }
        }
        Arrays.sort(row, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || row[i] != row[i - 1]) {
                row[distinct++] = row[i];
            }
        }
        return distinct == row.length ? row : Arrays.copyOf(row, distinct);
    }
}
