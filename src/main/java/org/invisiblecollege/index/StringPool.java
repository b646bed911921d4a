package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.bytes.ByteArrays;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts by number, as UTF-8 in one array. Immutable; changed as {@link IntCsr} are. */
public final class StringPool {

    private final int[] start;
    private final int[] size;
    private final byte[] bytes;
    private final byte[] changed;

    private StringPool(int[] start, int[] size, byte[] bytes, byte[] changed) {
        this.start = start;
        this.size = size;
        this.bytes = bytes;
        this.changed = changed;
    }

    public int count() {
        return start.length;
    }

    public String get(int number) {
        return new String(array(number), from(number), size[number], StandardCharsets.UTF_8);
    }

    /** Whether there is nothing: what had this number is gone. */
    public boolean isEmpty(int number) {
        return size[number] == 0;
    }

    /** Compares by code points. */
    public int compare(int one, int other) {
        int from = from(one);
        int otherFrom = from(other);
        return Arrays.compareUnsigned(
                array(one), from, from + size[one], array(other), otherFrom, otherFrom + size[other]);
    }

    /** Compares by code points. */
    int compare(int number, byte[] text) {
        int from = from(number);
        return Arrays.compareUnsigned(array(number), from, from + size[number], text, 0, text.length);
    }

    boolean startsWith(int number, byte[] text) {
        int from = from(number);
        return size[number] >= text.length
                && Arrays.equals(array(number), from, from + text.length, text, 0, text.length);
    }

    /** Returns the length of a text in bytes. */
    int size(int number) {
        return size[number];
    }

    boolean isSame(int number, StringPool others, int other) {
        int from = from(number);
        int otherFrom = others.from(other);
        return Arrays.equals(
                array(number),
                from,
                from + size[number],
                others.array(other),
                otherFrom,
                otherFrom + others.size[other]);
    }

    boolean is(int number, byte[] text) {
        int from = from(number);
        return size[number] == text.length
                && Arrays.equals(array(number), from, from + text.length, text, 0, text.length);
    }

    int hash(int number) {
        int from = from(number);
        return hash(array(number), from, from + size[number]);
    }

    static int hash(byte[] text, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash * 0x9E3779B9;
    }

    /** Returns the array that holds a text: {@link #size} bytes of it from {@link #from} on. Not to be written to. */
    byte[] array(int number) {
        return start[number] < bytes.length ? bytes : changed;
    }

    /** Returns the offset of a text in its {@link #array}. */
    int from(int number) {
        int at = start[number];
        return at < bytes.length ? at : at - bytes.length;
    }

    /** Texts with some replaced; there are as many as {@code count} then, new ones empty where not given. */
    StringPool with(int count, Int2ObjectMap<byte[]> replaced) {
        int more = replaced.values().stream().mapToInt(text -> text.length).sum();
        int[] newStart = Arrays.copyOf(start, count);
        int[] newSize = Arrays.copyOf(size, count);
        byte[] newChanged = Arrays.copyOf(changed, changed.length + more);
        int end = changed.length;
        for (Int2ObjectMap.Entry<byte[]> entry : replaced.int2ObjectEntrySet()) {
            byte[] text = entry.getValue();
            newStart[entry.getIntKey()] = bytes.length + end;
            newSize[entry.getIntKey()] = text.length;
            System.arraycopy(text, 0, newChanged, end, text.length);
            end += text.length;
        }
        StringPool texts = new StringPool(newStart, newSize, bytes, newChanged);
        return newChanged.length > Math.max(1024, bytes.length / 4) ? texts.inLine() : texts;
    }

    StringPool inLine() {
        int total = 0;
        for (int each : size) {
            total += each;
        }
        byte[] newBytes = new byte[total];
        int end = 0;
        for (int number = 0; number < start.length; number++) {
            System.arraycopy(array(number), from(number), newBytes, end, size[number]);
            end += size[number];
        }
        return of(size, newBytes);
    }

    long countBytes() {
        return Integer.BYTES * ((long) start.length + size.length) + bytes.length + changed.length;
    }

    int[] sizes() {
        return size;
    }

    /** All bytes; only of texts that are in line. */
    byte[] bytes() {
        return bytes;
    }

    static StringPool of(int[] sizes, byte[] bytes) {
        int[] start = new int[sizes.length];
        int end = 0;
        for (int number = 0; number < sizes.length; number++) {
            start[number] = end;
            end += sizes[number];
        }
        return new StringPool(start, sizes, bytes, new byte[0]);
    }

    /** Gathers texts one after the other. */
    static final class Builder {

        private final IntArrayList sizes = new IntArrayList();
        private byte[] bytes = new byte[1024];
        private int end;

        void add(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            bytes = ByteArrays.grow(bytes, end + encoded.length, end);
            System.arraycopy(encoded, 0, bytes, end, encoded.length);
            end += encoded.length;
            sizes.add(encoded.length);
        }

        int count() {
            return sizes.size();
        }

        StringPool build() {
            return of(sizes.toIntArray(), Arrays.copyOf(bytes, end));
        }
    }
}
