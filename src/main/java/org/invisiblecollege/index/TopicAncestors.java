package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import org.invisiblecollege.kernel.Cancellation;

/**
 * The topics above each topic, however far. Immutable.
 *
 * @param ofTopics in ascending order; never the topic itself, even if the hierarchy has a cycle
 */
public record TopicAncestors(IntCsr ofTopics) {

    /** Returns the ancestors of all topics of a snapshot, computed once. */
    public static TopicAncestors of(IndexSnapshot snapshot) {
        return snapshot.derived(TopicAncestors.class, TopicAncestors::compute);
    }

    private static TopicAncestors compute(IndexSnapshot snapshot) {
        IntCsr broader = snapshot.broader();
        IntCsr.Builder rows = new IntCsr.Builder();
        Cancellation cancellation = Cancellation.current();
        for (int topic = 0; topic < broader.count(); topic++) {
            cancellation.check(topic);
            IntOpenHashSet seen = new IntOpenHashSet();
            IntArrayList open = IntArrayList.wrap(broader.get(topic));
            while (!open.isEmpty()) {
                int ancestor = open.popInt();
                if (ancestor != topic && seen.add(ancestor)) {
                    open.addAll(IntArrayList.wrap(broader.get(ancestor)));
                }
            }
            int[] row = seen.toIntArray();
            Arrays.sort(row);
            rows.add(row);
        }
        return new TopicAncestors(rows.build());
    }
}
