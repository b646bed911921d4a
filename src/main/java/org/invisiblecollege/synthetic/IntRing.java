package org.invisiblecollege.synthetic;

import java.util.Arrays;

/** A growing list of numbers; with a limit, a ring that drops the oldest. */
final class IntRing {

    private final int limit;
    private int[] values = new int[8];
    private int size;
    private int next;

    IntRing() {
        this(Integer.MAX_VALUE);
    }

    IntRing(int limit) {
        this.limit = limit;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    void add(int value) {
        if (size == limit) {
            values[next] = value;
            next = next + 1 == limit ? 0 : next + 1;
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    /** Returns whether it holds the number. */
    boolean contains(int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        size = 0;
        next = 0;
    }
}
