package org.invisiblecollege.network;

import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.kernel.Cancellation;

/** Adds up what conditions count for papers, and from that what papers count for nodes. For one query on one thread. */
public final class PaperSums implements AutoCloseable {

    private static final BufferPool<Buffers> POOL = new BufferPool<>();

    private static final int MAX_ROUNDED = (1 << Byte.SIZE) - 1;

    private final Buffers buffers;
    private final long[] sums;
    private int size;
    private long most;

    /**
     * The arrays, with an entry for each paper. Sums are zero whenever buffers are taken.
     *
     * @param rounded sums rounded up to a share of the greatest; an eighth of the memory, which stays in the processor's cache
     * @param touched the papers with a sum
     */
    @SuppressWarnings("ArrayRecordComponent") // buffers, never compared
    private record Buffers(long[] sums, byte[] rounded, int[] touched) {}

    /** @param papers number of papers of the index */
    public PaperSums(int papers) {
        Buffers idle = POOL.poll();
        int count = papers + papers / 8;
        buffers = idle != null && idle.sums.length >= papers
                ? idle
                : new Buffers(new long[count], new byte[count], new int[count]);
        sums = buffers.sums;
    }

    /**
     * Adds something to a paper.
     *
     * @param weight not negative
     */
    public void add(int paper, long weight) {
        long before = sums[paper];
        if (before == 0 && weight > 0) {
            buffers.touched[size++] = paper;
        }
        sums[paper] = before + weight;
        most = Math.max(most, before + weight);
    }

    /** Returns the greatest sum of a paper. */
    public long most() {
        return most;
    }

    /** Returns the sum of the papers of a node. */
    public long of(IntCsr papers, int node) {
        int[] row = papers.array(node);
        long sum = 0;
        for (int i = papers.from(node), end = i + papers.size(node); i < end; i++) {
            sum += sums[row[i]];
        }
        return sum;
    }

    /** Prepares {@link #atMost}, when all is added. */
    public void round() {
        double unit = unit();
        Cancellation.current().check();
        for (int i = 0; i < size; i++) {
            int paper = buffers.touched[i];
            buffers.rounded[paper] = (byte) (1 + (int) (sums[paper] / unit));
        }
    }

    private double unit() {
        return Math.max(1, most) / (MAX_ROUNDED - 1.0);
    }

    /** Returns what the sum of the papers of a node is at most. */
    public double atMost(IntCsr papers, int node) {
        int[] row = papers.array(node);
        int sum = 0;
        for (int i = papers.from(node), end = i + papers.size(node); i < end; i++) {
            sum += buffers.rounded[row[i]] & MAX_ROUNDED;
        }
        return sum * unit();
    }

    /** Gives the buffers back. */
    @Override
    public void close() {
        for (int i = 0; i < size; i++) {
            sums[buffers.touched[i]] = 0;
            buffers.rounded[buffers.touched[i]] = 0;
        }
        size = 0;
        POOL.offer(buffers);
    }
}
