package org.invisiblecollege.network;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.function.IntPredicate;
import org.invisiblecollege.index.IntCsr;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.kernel.Cancellation;

/**
 * Finds the neighbours of nodes, and the weights of the ties to them, by walking to the papers of a node and from there to the
 * nodes on them. For one query on one thread.
 */
public final class NeighbourScan implements AutoCloseable {

    private final NodeSet nodes;
    private final PaperSet selected;
    private final EdgeRule rule;
    private final IntPredicate admitted;
    private final WalkBuffers buffers;
    private final Cancellation cancellation = Cancellation.current();
    private int size;
    private int scanned;
    private boolean isScanning;
    private boolean isClosed;

    /**
     * Takes buffers for scans.
     *
     * @param selected papers that count
     * @param admitted nodes that may be neighbours at all
     */
    public NeighbourScan(NodeSet nodes, PaperSet selected, EdgeRule rule, IntPredicate admitted) {
        this.nodes = nodes;
        this.selected = selected;
        this.rule = rule;
        this.admitted = admitted;
        this.buffers = WalkBuffers.take(nodes.count());
    }

    /** Computes the neighbours of a node; they are valid until the next call. */
    public void scan(int node) {
        cancellation.check();
        forget();
        isScanning = true;
        CooccurrenceMatrix matrix = rule.matrix();
        int reached = matrix == null ? count(node) : copy(matrix, node);
        int[] papers = buffers.papers;
        long[] scaledWeights = buffers.scaledWeights;
        int[] neighbours = buffers.neighbours;
        int kept = 0;
        for (int i = 0; i < reached; i++) {
            int neighbour = neighbours[i];
            boolean isTied = neighbour != node
                    && rule.isTie(papers[neighbour], scaledWeights[neighbour])
                    && rule.mayTie(node, neighbour)
                    && admitted.test(neighbour);
            if (isTied) {
                neighbours[kept++] = neighbour;
            } else {
                papers[neighbour] = 0;
                scaledWeights[neighbour] = 0;
            }
        }
        size = kept;
        scanned = node;
        isScanning = false;
        if (rule.isRankedBySizes()) {
            // Sums of these weights depend on their order, so it must not depend on the ordinals of this snapshot.
            IntArrays.quickSort(neighbours, 0, size, (a, b) -> Integer.compare(nodes.rank()[a], nodes.rank()[b]));
        }
    }

    private int copy(CooccurrenceMatrix matrix, int node) {
        int reached = 0;
        for (int offset = matrix.from(node); offset < matrix.to(node); offset++) {
            int neighbour = matrix.neighbour(offset);
            buffers.neighbours[reached++] = neighbour;
            buffers.papers[neighbour] = matrix.papers(offset);
            buffers.scaledWeights[neighbour] = matrix.papers(offset) * Counting.SCALE;
        }
        return reached;
    }

    private int count(int node) {
        IntCsr ofNode = nodes.papers();
        IntCsr ofPaper = nodes.ofPapers();
        int[] papersOfNode = ofNode.array(node);
        int[] papers = buffers.papers;
        long[] scaledWeights = buffers.scaledWeights;
        int[] neighbours = buffers.neighbours;
        int reached = 0;
        for (int i = ofNode.from(node), end = i + ofNode.size(node); i < end; i++) {
            int paper = papersOfNode[i];
            if (!selected.has(paper) || !rule.makesTies(paper)) {
                continue;
            }
            long scaledWeight = rule.scaledWeight(paper);
            int[] nodesOfPaper = ofPaper.array(paper);
            for (int j = ofPaper.from(paper), last = j + ofPaper.size(paper); j < last; j++) {
                int neighbour = nodesOfPaper[j];
                if (papers[neighbour]++ == 0) {
                    neighbours[reached++] = neighbour;
                }
                scaledWeights[neighbour] += scaledWeight;
            }
        }
        return reached;
    }

    /** Returns the number of neighbours. */
    public int size() {
        return size;
    }

    /** Returns a neighbour by its number in this scan. */
    public int neighbour(int i) {
        return buffers.neighbours[i];
    }

    /** Returns the scaled weights of all ties of the node together. */
    long strength() {
        long strength = 0;
        for (int i = 0; i < size; i++) {
            strength = Counting.sum(strength, buffers.scaledWeights[buffers.neighbours[i]]);
        }
        return strength;
    }

    /**
     * Returns what attracts a walker to a neighbour: the rule's rank of the tie if it has one, otherwise the scaled weight of
     * the joint papers.
     */
    double attraction(int i) {
        int neighbour = buffers.neighbours[i];
        return rule.attraction(scanned, neighbour, buffers.papers[neighbour], buffers.scaledWeights[neighbour]);
    }

    /** Returns the attraction of all neighbours together. */
    double totalAttraction() {
        if (!rule.isRankedBySizes()) {
            return strength();
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += attraction(i);
        }
        return sum;
    }

    /** Returns the number of joint papers with a node; 0 if it is no neighbour. */
    public int papers(int neighbour) {
        return buffers.papers[neighbour];
    }

    /** Returns the scaled weight of the tie with a node, see {@link Counting#SCALE}; 0 if it is no neighbour. */
    public long scaledWeight(int neighbour) {
        return buffers.scaledWeights[neighbour];
    }

    private void forget() {
        if (isScanning) {
            // A failure cut the scan short, and what it counted is not known.
            buffers.clear();
            isScanning = false;
        }
        for (int i = 0; i < size; i++) {
            int neighbour = buffers.neighbours[i];
            buffers.papers[neighbour] = 0;
            buffers.scaledWeights[neighbour] = 0;
        }
        size = 0;
    }

    /** Gives the buffers back. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            forget();
            buffers.close();
        }
    }
}
