package org.invisiblecollege.network;

import java.util.Arrays;

/** The arrays of a walk, with an entry for each node of the index; pooled, and all zero whenever they are taken. */
final class WalkBuffers implements AutoCloseable {

    private static final BufferPool<WalkBuffers> POOL = new BufferPool<>();

    /** Joint papers with the node that was scanned last. */
    final int[] papers;
    /** Scaled weights of these ties. */
    final long[] scaledWeights;
    /** The nodes of these ties, in the order found. */
    final int[] found;

    private WalkBuffers(int nodes) {
        papers = new int[nodes];
        scaledWeights = new long[nodes];
        found = new int[nodes];
    }

    /** Takes buffers for a number of nodes. */
    static WalkBuffers take(int nodes) {
        WalkBuffers idle = POOL.poll();
        return idle != null && idle.papers.length >= nodes ? idle : new WalkBuffers(nodes + nodes / 8);
    }

    /** Zeroes all entries. */
    void clear() {
        Arrays.fill(papers, 0);
        Arrays.fill(scaledWeights, 0);
    }

    /** Gives the buffers back, which must be zero again except for {@link #found}. */
    @Override
    public void close() {
        POOL.offer(this);
    }
}
