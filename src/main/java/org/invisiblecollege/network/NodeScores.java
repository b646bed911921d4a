package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import java.util.Arrays;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.kernel.Cancellation;

/** Adds up what papers count for their nodes, and finds the nodes with most. For one query on one thread. */
public final class NodeScores implements AutoCloseable {

    private final NodeSet nodes;
    private final WalkBuffers buffers;
    private int size;

    /** Takes buffers for the nodes. */
    public NodeScores(NodeSet nodes) {
        this.nodes = nodes;
        this.buffers = WalkBuffers.take(nodes.count());
    }

    /** Adds a paper, which counts the same for each of its nodes. */
    public void addPaper(int paper, long scaledWeight) {
        IntCsr ofPapers = nodes.ofPapers();
        int[] row = ofPapers.array(paper);
        for (int i = ofPapers.from(paper), end = i + ofPapers.size(paper); i < end; i++) {
            int node = row[i];
            if (buffers.papers[node]++ == 0) {
                buffers.neighbours[size++] = node;
            }
            buffers.scaledWeights[node] += scaledWeight;
        }
    }

    /** Returns the scaled weights of a node together, see {@link Counting#SCALE}. */
    public long score(int node) {
        return buffers.scaledWeights[node];
    }

    /** Returns how many papers of a node were added. */
    public int papers(int node) {
        return buffers.papers[node];
    }

    /** Returns the nodes of the papers that were added, in no particular order. */
    public int[] nodes() {
        return Arrays.copyOf(buffers.neighbours, size);
    }

    /** Returns the nodes with the greatest score, then most papers, then by folded name and id; at most so many. */
    public int[] best(int first) {
        IntHeapPriorityQueue best = new IntHeapPriorityQueue((a, b) -> compare(b, a));
        Cancellation cancellation = Cancellation.current();
        for (int i = 0; i < size; i++) {
            cancellation.check(i);
            int node = buffers.neighbours[i];
            if (best.size() < first) {
                best.enqueue(node);
            } else if (first > 0 && compare(node, best.firstInt()) < 0) {
                best.dequeueInt();
                best.enqueue(node);
            }
        }
        int[] inOrder = new int[best.size()];
        for (int i = inOrder.length - 1; i >= 0; i--) {
            inOrder[i] = best.dequeueInt();
        }
        return inOrder;
    }

    private int compare(int left, int right) {
        int byScore = Long.compare(score(right), score(left));
        int byPapers = byScore != 0 ? byScore : Integer.compare(papers(right), papers(left));
        return byPapers != 0 ? byPapers : Integer.compare(nodes.rank()[left], nodes.rank()[right]);
    }

    /** Gives the buffers back. */
    @Override
    public void close() {
        for (int i = 0; i < size; i++) {
            buffers.papers[buffers.neighbours[i]] = 0;
            buffers.scaledWeights[buffers.neighbours[i]] = 0;
        }
        size = 0;
        buffers.close();
    }
}
