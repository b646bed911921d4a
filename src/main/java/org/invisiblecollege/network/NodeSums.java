package org.invisiblecollege.network;

import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;

/**
 * Adds up what papers count for their nodes, like {@link NodeScores}, for weights that are no fractions of {@link
 * Counting#SCALE}. Sums depend on the order in which papers are added. For one query on one thread.
 */
public final class NodeSums implements AutoCloseable {

    private static final BufferPool<Buffers> POOL = new BufferPool<>();

    private final NodeSet nodes;
    private final Buffers buffers;
    private int size;

    /**
     * The arrays, with an entry for each node. Sums are zero whenever buffers are taken.
     *
     * @param touched the nodes with a sum
     */
    @SuppressWarnings("ArrayRecordComponent") // buffers, never compared
    private record Buffers(double[] sums, int[] touched) {}

    /** Takes buffers for the nodes. */
    public NodeSums(NodeSet nodes) {
        this.nodes = nodes;
        Buffers idle = POOL.poll();
        int count = nodes.count() + nodes.count() / 8;
        this.buffers = idle != null && idle.sums.length >= nodes.count()
                ? idle
                : new Buffers(new double[count], new int[count]);
    }

    /**
     * Adds a paper, which counts the same for each of its nodes.
     *
     * @param weight greater than 0
     */
    public void addPaper(int paper, double weight) {
        IntCsr ofPapers = nodes.ofPapers();
        int[] row = ofPapers.array(paper);
        for (int i = ofPapers.from(paper), end = i + ofPapers.size(paper); i < end; i++) {
            int node = row[i];
            if (buffers.sums[node] == 0) {
                buffers.touched[size++] = node;
            }
            buffers.sums[node] += weight;
        }
    }

    /** Returns the number of nodes with a sum. */
    public int size() {
        return size;
    }

    /** Returns a node with a sum, by its number in the order found. */
    public int node(int i) {
        return buffers.touched[i];
    }

    /** Returns the sum of a node. */
    public double sum(int node) {
        return buffers.sums[node];
    }

    /** Gives the buffers back. */
    @Override
    public void close() {
        for (int i = 0; i < size; i++) {
            buffers.sums[buffers.touched[i]] = 0;
        }
        size = 0;
        POOL.offer(buffers);
    }
}
