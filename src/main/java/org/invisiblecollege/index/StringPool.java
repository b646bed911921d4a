package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts by ordinal, as UTF-8 in few arrays. Immutable; changes share the old bytes as in {@link SegmentedRows}. */
public final class StringPool {

    private final SegmentedRows<byte[]> rows;

    private StringPool(SegmentedRows<byte[]> rows) {
        this.rows = rows;
    }

    /** Returns texts of some sizes in bytes that are all zero, for their {@link #segments} to be written. */
    static StringPool zeros(int[] sizes, int maxSegment) {
        return new StringPool(SegmentedRows.zeros(sizes, SegmentedRows.Segmentation.ofBytes(maxSegment)));
    }

    /** Returns the number of texts, including empty ones. */
    public int count() {
        return rows.count();
    }

    public String get(int ordinal) {
        return new String(array(ordinal), from(ordinal), size(ordinal), StandardCharsets.UTF_8);
    }

    /** Returns whether a text is empty, as after a deletion. */
    public boolean isEmpty(int ordinal) {
        return size(ordinal) == 0;
    }

    /** Compares two texts by code points. */
    public int compare(int left, int right) {
        int from = from(left);
        int rightFrom = from(right);
        return Arrays.compareUnsigned(
                array(left), from, from + size(left), array(right), rightFrom, rightFrom + size(right));
    }

    /** Compares a text with a UTF-8 string by code points. */
    int compare(int ordinal, byte[] text) {
        int from = from(ordinal);
        return Arrays.compareUnsigned(array(ordinal), from, from + size(ordinal), text, 0, text.length);
    }

    /** Returns how many bytes two texts have in common from the start. */
    int commonPrefix(int left, int right) {
        int from = from(left);
        int rightFrom = from(right);
        int different =
                Arrays.mismatch(array(left), from, from + size(left), array(right), rightFrom, rightFrom + size(right));
        return different < 0 ? size(left) : different;
    }

    boolean startsWith(int ordinal, byte[] text) {
        int from = from(ordinal);
        return size(ordinal) >= text.length
                && Arrays.equals(array(ordinal), from, from + text.length, text, 0, text.length);
    }

    /** Returns the length of a text in bytes. */
    int size(int ordinal) {
        return rows.size(ordinal);
    }

    /** Returns whether a text equals one of another pool. */
    boolean isSame(int ordinal, StringPool others, int other) {
        int from = from(ordinal);
        int otherFrom = others.from(other);
        return Arrays.equals(
                array(ordinal),
                from,
                from + size(ordinal),
                others.array(other),
                otherFrom,
                otherFrom + others.size(other));
    }

    boolean is(int ordinal, byte[] text) {
        int from = from(ordinal);
        return size(ordinal) == text.length
                && Arrays.equals(array(ordinal), from, from + text.length, text, 0, text.length);
    }

    int hash(int ordinal) {
        int from = from(ordinal);
        return hash(array(ordinal), from, from + size(ordinal));
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
        return rows.array(ordinal);
    }

    /** Returns the offset of a text in its {@link #array}. */
    int from(int ordinal) {
        return rows.from(ordinal);
    }

    /** Returns {@code count} texts, of which some are replaced; new ones that are not given are empty. */
    StringPool with(int count, Int2ObjectMap<byte[]> replaced) {
        return new StringPool(rows.with(count, replaced));
    }

    /** Returns the same with all bytes in the order of the texts. */
    StringPool compact() {
        return new StringPool(rows.compact());
    }

    /** Returns the memory that the arrays take. */
    long bytes() {
        return rows.bytes(Byte.BYTES);
    }

    int[] sizes() {
        return rows.sizes();
    }

    /** Returns the number of bytes of compact texts. */
    long total() {
        return rows.total();
    }

    /** Returns all bytes of compact texts. */
    byte[][] segments() {
        return rows.segments();
    }

    /** Collects texts in order. */
    static final class Builder {

        private final SegmentedRows.Builder<byte[]> rows;

        Builder() {
            rows = new SegmentedRows.Builder<>(SegmentedRows.Segmentation.BYTES);
        }

        /** Starts with segments of another length. */
        Builder(int maxSegment) {
            rows = new SegmentedRows.Builder<>(SegmentedRows.Segmentation.ofBytes(maxSegment));
        }

        void add(String text) {
            rows.add(text.getBytes(StandardCharsets.UTF_8));
        }

        int count() {
            return rows.count();
        }

        /** Returns the texts; their bytes are gone from here then. */
        StringPool build() {
            return new StringPool(rows.build());
        }
    }
}
