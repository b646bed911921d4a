package org.invisiblecollege.embedded;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.neo4j.internal.kernel.api.NodeCursor;

/** The nodes of the index by id: what they are and their number among those, in the order of the store. Immutable. */
final class NodeNumbers {

    private static final int KIND_BITS = 3;
    private static final int KIND_MASK = (1 << KIND_BITS) - 1;
    private static final int NONE = -1;

    /** The number and, in the low bits, the kind of the node with each id; a store uses nearly all ids. */
    private final IntArrayList codes;

    private final int[] counts;

    /** What a node is. */
    enum Kind {
        PAPER(0, "Paper"),
        AUTHOR(1, "Author"),
        ORGANISATION(2, "Organisation"),
        TOPIC(3, "Topic"),
        VENUE(4, "Venue");

        private final int code;
        private final String label;

        Kind(int code, String label) {
            this.code = code;
            this.label = label;
        }
    }

    private NodeNumbers(IntArrayList codes, int[] counts) {
        this.codes = codes;
        this.counts = counts;
    }

    /** Numbers the nodes of a store by their labels alone. */
    static NodeNumbers of(StoreCursors store) {
        int kinds = Kind.values().length;
        int[] labels = new int[kinds];
        for (Kind kind : Kind.values()) {
            labels[kind.code] = store.label(kind.label);
        }
        IntArrayList codes = new IntArrayList();
        int[] counts = new int[kinds];
        try (NodeCursor nodes = store.nodes()) {
            while (store.next(nodes)) {
                int kind = 0;
                while (kind < kinds && (labels[kind] < 0 || !nodes.hasLabel(labels[kind]))) {
                    kind++;
                }
                if (kind < kinds) {
                    int id = Math.toIntExact(nodes.nodeReference());
                    while (codes.size() < id) {
                        codes.add(NONE);
                    }
                    codes.add((counts[kind]++ << KIND_BITS) | kind);
                }
            }
        }
        return new NodeNumbers(codes, counts);
    }

    /** Returns the number of a node among those of its kind; -1 if it is of another kind or was not there. */
    int of(long node, Kind kind) {
        int code = node < codes.size() ? codes.getInt((int) node) : NONE;
        return code != NONE && (code & KIND_MASK) == kind.code ? code >>> KIND_BITS : NONE;
    }

    /** Returns how many nodes of a kind there are. */
    int count(Kind kind) {
        return counts[kind.code];
    }
}
