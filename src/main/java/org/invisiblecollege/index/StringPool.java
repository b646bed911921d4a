package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.bytes.ByteArrays;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts by ordinal, as UTF-8 in one array. Immutable; changes share the old bytes as in {@link IntCsr}. */
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

    /** Returns the number of texts, including empty ones. */
    public int count() {
        return start.length;
    }

    public String get(int ordinal) {
        return new String(array(ordinal), from(ordinal), size[ordinal], StandardCharsets.UTF_8);
    }

    /** Returns whether a text is empty, as after a deletion. */
    public boolean isEmpty(int ordinal) {
        return size[ordinal] == 0;
    }

    /** Compares two texts by code points. */
    public int compare(int left, int right) {
        int from = from(left);
        int rightFrom = from(right);
        return Arrays.compareUnsigned(
                array(left), from, from + size[left], array(right), rightFrom, rightFrom + size[right]);
    }

    /** Compares a text with a UTF-8 string by code points. */
    int compare(int ordinal, byte[] text) {
        int from = from(ordinal);
        return Arrays.compareUnsigned(array(ordinal), from, from + size[ordinal], text, 0, text.length);
    }

    boolean startsWith(int ordinal, byte[] text) {
        int from = from(ordinal);
        return size[ordinal] >= text.length
                && Arrays.equals(array(ordinal), from, from + text.length, text, 0, text.length);
    }

    /** Returns the length of a text in bytes. */
    int size(int ordinal) {
        return size[ordinal];
    }

    /** Returns whether a text equals one of another pool. */
    boolean isSame(int ordinal, StringPool others, int other) {
        int from = from(ordinal);
        int otherFrom = others.from(other);
        return Arrays.equals(
                array(ordinal),
                from,
                from + size[ordinal],
                others.array(other),
                otherFrom,
                otherFrom + others.size[other]);
    }

    boolean is(int ordinal, byte[] text) {
        int from = from(ordinal);
        return size[ordinal] == text.length
                && Arrays.equals(array(ordinal), from, from + text.length, text, 0, text.length);
    }

    int hash(int ordinal) {
        int from = from(ordinal);
        return hash(array(ordinal), from, from + size[ordinal]);
    }

    static int hash(byte[] text, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash * 0x9E3779B9;
    }

    /** Returns the array that holds a text: {@link #size} bytes of it from {@link #from} on. Must not be written to. */
    byte[] array(int ordinal) {
        return start[ordinal] < bytes.length ? bytes : changed;
    }

    /** Returns the offset of a text in its {@link #array}. */
    int from(int ordinal) {
        int offset = start[ordinal];
        return offset < bytes.length ? offset : offset - bytes.length;
    }

    /** Returns {@code count} texts, of which some are replaced; new ones that are not given are empty. */
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
        return newChanged.length > Math.max(1024, bytes.length / 4) ? texts.compact() : texts;
    }

    /** Returns the same with all bytes in the order of the texts. */
    StringPool compact() {
        int total = 0;
        for (int textSize : size) {
            total += textSize;
        }
        byte[] newBytes = new byte[total];
        int end = 0;
        for (int ordinal = 0; ordinal < start.length; ordinal++) {
            System.arraycopy(array(ordinal), from(ordinal), newBytes, end, size[ordinal]);
            end += size[ordinal];
        }
        return of(size, newBytes);
    }

    /** Returns the memory that the arrays take. */
    long bytes() {
        return Integer.BYTES * ((long) start.length + size.length) + bytes.length + changed.length;
    }

    int[] sizes() {
        return size;
    }

    /** Returns all bytes of compact texts. */
    byte[] values() {
        return bytes;
    }

    static StringPool of(int[] sizes, byte[] bytes) {
        int[] start = new int[sizes.length];
        int end = 0;
        for (int ordinal = 0; ordinal < sizes.length; ordinal++) {
            start[ordinal] = end;
            end += sizes[ordinal];
        }
        return new StringPool(start, sizes, bytes, new byte[0]);
    }

    /** Collects texts in order. */
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
