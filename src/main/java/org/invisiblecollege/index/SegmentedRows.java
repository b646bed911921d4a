package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMaps;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * SegmentedRows of different sizes, one after the other in segments, so that all of them together may be longer than an array can be.
 * A row never straddles two segments, so that its values lie in one array; one that is longer than a segment gets a segment of
 * its own. Immutable: a change gives a new instance that shares the segments and appends the changed rows to an overlay; once
 * that is a quarter of all, everything is written in order again.
 *
 * @param <A> arrays of a primitive type
 */
final class SegmentedRows<A> {

    /** Values that a segment holds at most, unless a single row has more. */
    static final int MAX_SEGMENT = 1 << 30;

    /** Values that an overlay may hold at least, so that few rows are not written again for each change. */
    private static final int MIN_OVERLAY = 1024;
    /** Values that an overlay may hold at most, since each change copies it. */
    private static final int MAX_OVERLAY = 1 << 26;

    private final Segmentation<A> segmentation;
    /** Where each row starts in its segment, or the complement of where it starts in the overlay. */
    private final int[] start;

    private final int[] size;
    /** The first row of each segment. */
    private final int[] firstRow;

    private final A[] segments;
    /** The first segment if there is no other; most indexes need no more, and walks through them no search. */
    private final @Nullable A only;

    private final A overlay;

    private SegmentedRows(
            Segmentation<A> segmentation, int[] start, int[] size, int[] firstRow, A[] segments, A overlay) {
        this.segmentation = segmentation;
        this.start = start;
        this.size = size;
        this.firstRow = firstRow;
        this.segments = segments;
        this.only = segments.length == 1 ? segments[0] : null;
        this.overlay = overlay;
    }

    /** Returns rows of some sizes that are all zero, for their {@link #segments} to be written. */
    static <A> SegmentedRows<A> zeros(int[] sizes, Segmentation<A> segmentation) {
        return of(sizes, segmentation, segmentation.array);
    }

    /** Returns rows of some sizes with the segments of the lengths that a function is given, one after the other. */
    private static <A> SegmentedRows<A> of(int[] sizes, Segmentation<A> segmentation, IntFunction<A> next) {
        int[] start = new int[sizes.length];
        IntArrayList firstRow = IntArrayList.of(0);
        List<A> segments = new ArrayList<>();
        int end = 0;
        for (int row = 0; row < sizes.length; row++) {
            if (sizes[row] > 0 && end > 0 && (long) end + sizes[row] > segmentation.maxSegment) {
                segments.add(next.apply(end));
                firstRow.add(row);
                end = 0;
            }
            start[row] = end;
            end += sizes[row];
        }
        segments.add(next.apply(end));
        return new SegmentedRows<>(
                segmentation,
                start,
                sizes,
                firstRow.toIntArray(),
                segments.toArray(segmentation.arrays),
                segmentation.array.apply(0));
    }

    int count() {
        return start.length;
    }

    int size(int row) {
        return size[row];
    }

    /** Returns the array that holds a row: {@link #size} values from {@link #from} on. */
    A array(int row) {
        if (start[row] < 0) {
            return overlay;
        }
        return only != null ? only : segments[segment(row)];
    }

    /** Returns the offset of a row in its {@link #array}. */
    int from(int row) {
        int offset = start[row];
        return offset < 0 ? ~offset : offset;
    }

    /** Returns the number of the segment that holds a row unless the overlay does. */
    int segment(int row) {
        int found = Arrays.binarySearch(firstRow, row);
        return found < 0 ? -found - 2 : found;
    }

    int[] sizes() {
        return size;
    }

    /** Returns a copy of where the rows start; none of them may have changed. */
    int[] starts() {
        return start.clone();
    }

    /** Returns the segments; those of compact rows hold all values in the order of the rows. */
    A[] segments() {
        return segments;
    }

    Segmentation<A> segmentation() {
        return segmentation;
    }

    /** Returns the number of values in the segments. */
    long total() {
        return Arrays.stream(segments).mapToLong(SegmentedRows::length).sum();
    }

    /** Returns the memory that the arrays take. */
    long bytes(int bytesPerValue) {
        return Integer.BYTES * ((long) start.length + size.length) + bytesPerValue * (total() + length(overlay));
    }

    /** Returns {@code count} rows, of which some are replaced; new ones that are not given are empty. */
    SegmentedRows<A> with(int count, Int2ObjectMap<A> replaced) {
        int[] newSize = Arrays.copyOf(size, count);
        long newLength = length(overlay);
        for (Int2ObjectMap.Entry<A> entry : replaced.int2ObjectEntrySet()) {
            int length = length(entry.getValue());
            newSize[entry.getIntKey()] = length;
            newLength += length;
        }
        if (newLength > maxOverlay(total())) {
            return inOrder(newSize, replaced);
        }
        int[] newStart = Arrays.copyOf(start, count);
        A newOverlay = segmentation.array.apply((int) newLength);
        int end = length(overlay);
        System.arraycopy(overlay, 0, newOverlay, 0, end);
        for (Int2ObjectMap.Entry<A> entry : replaced.int2ObjectEntrySet()) {
            int length = length(entry.getValue());
            newStart[entry.getIntKey()] = ~end;
            System.arraycopy(entry.getValue(), 0, newOverlay, end, length);
            end += length;
        }
        return new SegmentedRows<>(segmentation, newStart, newSize, firstRow, segments, newOverlay);
    }

    /** Returns how many values an overlay may hold beside so many others. */
    static int maxOverlay(long total) {
        return Math.clamp(total / 4, MIN_OVERLAY, MAX_OVERLAY);
    }

    /** Returns the same with all values in the order of the rows. */
    SegmentedRows<A> compact() {
        boolean isCompact =
                length(overlay) == 0 && Arrays.stream(size).asLongStream().sum() == total();
        return isCompact ? this : inOrder(size, Int2ObjectMaps.emptyMap());
    }

    /** Returns the rows, of which some are replaced, in order; an overlay of many would be copied twice. */
    private SegmentedRows<A> inOrder(int[] newSize, Int2ObjectMap<A> replaced) {
        SegmentedRows<A> rows = zeros(newSize, segmentation);
        for (int row = 0; row < newSize.length; row++) {
            if (newSize[row] > 0) {
                A given = replaced.get(row);
                System.arraycopy(
                        given == null ? array(row) : given,
                        given == null ? from(row) : 0,
                        rows.array(row),
                        rows.from(row),
                        newSize[row]);
            }
        }
        return rows;
    }

    private static int length(Object array) {
        return Array.getLength(array);
    }

    /**
     * How arrays of a type are made and divided.
     *
     * @param maxSegment values that a segment holds at most, unless a single row has more
     */
    record Segmentation<A>(IntFunction<A> array, IntFunction<A[]> arrays, int maxSegment) {

        static final Segmentation<int[]> INTS = ofInts(MAX_SEGMENT);
        static final Segmentation<byte[]> BYTES = ofBytes(MAX_SEGMENT);

        static Segmentation<int[]> ofInts(int maxSegment) {
            return new Segmentation<>(int[]::new, int[][]::new, maxSegment);
        }

        static Segmentation<byte[]> ofBytes(int maxSegment) {
            return new Segmentation<>(byte[]::new, byte[][]::new, maxSegment);
        }
    }

    /** Collects rows in order, in chunks that are let go one by one when the segments are filled from them. */
    static final class Builder<A> {

        private static final int MAX_CHUNK = 1 << 14;

        private final Segmentation<A> segmentation;
        private final int chunk;
        private final IntArrayList sizes = new IntArrayList();
        private final Deque<A> chunks = new ArrayDeque<>();
        /** Where the first chunk still holds values. */
        private int start;
        /** Where the last chunk is free. */
        private int end;

        Builder(Segmentation<A> segmentation) {
            this.segmentation = segmentation;
            chunk = Math.min(MAX_CHUNK, segmentation.maxSegment);
            end = chunk;
        }

        void add(A row) {
            int length = length(row);
            sizes.add(length);
            for (int added = 0; added < length; ) {
                if (end == chunk) {
                    chunks.add(segmentation.array.apply(chunk));
                    end = 0;
                }
                int count = Math.min(length - added, chunk - end);
                System.arraycopy(row, added, chunks.getLast(), end, count);
                added += count;
                end += count;
            }
        }

        int count() {
            return sizes.size();
        }

        /** Returns the rows; their values are gone from here then. */
        SegmentedRows<A> build() {
            return of(sizes.toIntArray(), segmentation, this::next);
        }

        /** Returns the next values as a segment. */
        private A next(int length) {
            A segment = segmentation.array.apply(length);
            for (int taken = 0; taken < length; ) {
                int count = Math.min(length - taken, chunk - start);
                System.arraycopy(chunks.getFirst(), start, segment, taken, count);
                taken += count;
                start += count;
                if (start == chunk) {
                    chunks.removeFirst();
                    start = 0;
                }
            }
            return segment;
        }
    }
}
