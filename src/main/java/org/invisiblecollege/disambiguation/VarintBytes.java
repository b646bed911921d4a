package org.invisiblecollege.disambiguation;

import java.util.Arrays;

/** A growing list of numbers from 0 on, small ones in fewer bytes than large ones. Not thread-safe. */
final class VarintBytes {

    private byte[] bytes = new byte[1 << 10];
    private int size;

    /** Returns a capacity of at least so many bytes that leaves room to grow. */
    static int grown(int needed) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, needed + (needed >> 2) + 64L);
    }

    /** Returns where the next number will be. */
    int size() {
        return size;
    }

    void add(int number) {
        if (size > bytes.length - 5) {
            bytes = Arrays.copyOf(bytes, grown(Math.addExact(size, 5)));
        }
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Adds the number of some numbers and then them. */
    void addAll(int[] numbers) {
        add(numbers.length);
        for (int number : numbers) {
            add(number);
        }
    }

    Reader read(int from) {
        return new Reader(from);
    }

    /** Reads numbers one after the other. */
    final class Reader {

        private int at;

        private Reader(int from) {
            at = from;
        }

        int next() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                byte read = bytes[at++];
                number |= (read & 0x7F) << shift;
                if (read >= 0) {
                    return number;
                }
            }
        }

        int[] nextAll() {
            int[] numbers = new int[next()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = next();
            }
            return numbers;
        }
    }
}
