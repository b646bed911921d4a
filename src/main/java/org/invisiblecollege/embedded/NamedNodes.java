package org.invisiblecollege.embedded;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.function.Consumer;
import org.invisiblecollege.index.NodeRow;
import org.jspecify.annotations.Nullable;

/** The authors, organisations, venues or topics of a store by number; those without a folded name are not in the index. */
final class NamedNodes {

    private static final int NONE = -1;

    private final @Nullable NodeRow[] rows;

    NamedNodes(int count) {
        rows = new NodeRow[count];
    }

    void put(int number, NodeRow row) {
        rows[number] = row;
    }

    @Nullable NodeRow get(int number) {
        return rows[number];
    }

    /**
     * Hands over the nodes in the order of folded names, then ids; they are gone from here then.
     *
     * @return the position of each number in that order; -1 for a node that is not in the index
     */
    int[] takeInOrder(Consumer<NodeRow> taker) {
        int[] order = new int[rows.length];
        int size = 0;
        for (int number = 0; number < rows.length; number++) {
            if (rows[number] != null) {
                order[size++] = number;
            }
        }
        IntArrays.quickSort(order, 0, size, (left, right) -> compare(rows[left], rows[right]));
        int[] positions = new int[rows.length];
        Arrays.fill(positions, NONE);
        for (int position = 0; position < size; position++) {
            int number = order[position];
            positions[number] = position;
            NodeRow row = rows[number];
            rows[number] = null;
            if (row != null) {
                taker.accept(row);
            }
        }
        return positions;
    }

    private static int compare(@Nullable NodeRow left, @Nullable NodeRow right) {
        if (left == null || right == null) {
            throw new IllegalStateException("Only nodes with a name are in order");
        }
        int byName = compareCodePoints(left.nameKey(), right.nameKey());
        return byName != 0 ? byName : compareCodePoints(left.id(), right.id());
    }

    /** Compares as Cypher does; Java's own order has letters beyond U+FFFF before some others. */
    static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
