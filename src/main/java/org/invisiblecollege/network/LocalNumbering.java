package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Numbers some nodes of the index from 0 in the order they are added, and finds either number by the other in constant time.
 * Not thread-safe.
 */
final class LocalNumbering implements AutoCloseable {

    private static final BufferPool<int[]> POOL = new BufferPool<>();

    private final IntArrayList ordinals = new IntArrayList();
    /** Local number of each ordinal, plus 1; 0 for none. */
    private final int[] numbers;

    private boolean isClosed;

    /** @param count number of nodes of the index */
    LocalNumbering(int count) {
        int[] idle = POOL.poll();
        numbers = idle != null && idle.length >= count ? idle : new int[count + count / 8];
    }

    /** Numbers a node that has no number yet. */
    int add(int ordinal) {
        ordinals.add(ordinal);
        numbers[ordinal] = ordinals.size();
        return ordinals.size() - 1;
    }

    /** Returns the local number of a node; -1 if it has none. */
    int of(int ordinal) {
        return numbers[ordinal] - 1;
    }

    int ordinal(int number) {
        return ordinals.getInt(number);
    }

    int size() {
        return ordinals.size();
    }

    /** Returns the nodes of some local numbers. */
    int[] ordinals(int from, int to) {
        return Arrays.copyOfRange(ordinals.elements(), from, to);
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            for (int i = 0; i < ordinals.size(); i++) {
                numbers[ordinals.getInt(i)] = 0;
            }
            POOL.offer(numbers);
        }
    }
}
