package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import org.invisiblecollege.kernel.Cancellation;

/** The topics directly below each topic. Immutable. */
record NarrowerTopics(IntCsr ofTopics) {

    /** Returns those of a snapshot, computed once. */
    static NarrowerTopics of(IndexSnapshot snapshot) {
        return snapshot.derived(
                NarrowerTopics.class,
                index -> new NarrowerTopics(
                        index.broader().transposed(index.topics().count())));
    }

    /** Returns a topic and, if narrower ones are included, all below it, however far. */
    IntSet of(int topic, boolean includeNarrower) {
        IntSet all = new IntOpenHashSet();
        all.add(topic);
        if (includeNarrower) {
            Cancellation cancellation = Cancellation.current();
            IntArrayList open = IntArrayList.of(topic);
            while (!open.isEmpty()) {
                cancellation.check();
                for (int below : ofTopics.get(open.popInt())) {
                    if (all.add(below)) {
                        open.add(below);
                    }
                }
            }
        }
        return all;
    }
}
