package org.invisiblecollege.network;

import java.util.Arrays;

/** Holds the arrays of a scan, with an entry for each node of the index. Counts are zero whenever buffers are taken. */
final class WalkBuffers implements AutoCloseable {

    private static final BufferPool<WalkBuffers> POOL = new BufferPool<>();

    /** Joint papers of each neighbour with the scanned node. */
    final int[] papers;
    /** Scaled weight of the tie with each neighbour. */
    final long[] scaledWeights;
    /** The neighbours themselves, in the order found. */
    final int[] neighbours;

    private WalkBuffers(int nodes) {
        papers = new int[nodes];
        scaledWeights = new long[nodes];
        neighbours = new int[nodes];
    }

    /** Takes buffers for a number of nodes. */
    static WalkBuffers take(int nodes) {
        WalkBuffers idle = POOL.poll();
        return idle != null && idle.papers.length >= nodes ? idle : new WalkBuffers(nodes + nodes / 8);
    }

    /** Sets all counts to zero. */
    void clear() {
        Arrays.fill(papers, 0);
        Arrays.fill(scaledWeights, 0);
    }

    /** Gives the buffers back; the counts must be zero again. */
    @Override
    public void close() {
        POOL.offer(this);
    }
}
